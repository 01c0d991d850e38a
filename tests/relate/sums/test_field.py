"""What an auditor of the field works out again: one table that holds, one slip in it, one false friend."""

from __future__ import annotations

import pytest

HEAD = "指标\t单位\t2023年\t2024年\n"

CASES = {
    "turnover_rate": (
        (
            "女性员工人数\t人\t1,603\t1,647\n男性员工人数\t人\t2,297\t2,318\n女性离职人数\t人\t252\t241\n"
            "男性离职人数\t人\t341\t318\n女性员工流失率\t%\t15.7\t{}\n男性员工流失率\t%\t14.8\t13.7\n"
        ),
        "14.6",
        "16.4",
    ),
    "turnover_rate_mean": (
        (
            "员工总数\t人\t1,200\t1,400\n离职人数\t人\t\t169\n员工流失率\t%\t\t13.0\n女性员工人数\t人\t600\t700\n"
            "女性离职人数\t人\t\t86\n女性员工流失率\t%\t\t13.2\n男性员工人数\t人\t600\t700\n男性离职人数\t人\t\t83\n"
            "男性员工流失率\t%\t\t{}\n"
        ),
        "12.8",
        "18.2",
    ),
    "training_hours_average": (
        (
            "男性员工人数\t人\t2,297\t2,318\n女性员工人数\t人\t1,603\t1,647\n男性培训总时长\t小时\t39,508\t41,724\n"
            "女性培训总时长\t小时\t29,656\t31,787\n男性员工平均培训时长\t小时\t17.2\t18.0\n"
            "女性员工平均培训时长\t小时\t18.5\t{}\n"
        ),
        "19.3",
        "13.9",
    ),
    "training_share": (
        "员工总数\t人\t3,900\t3,965\n受训员工人数\t人\t3,724\t3,847\n受训员工百分比\t%\t95.5\t{}\n",
        "97.0",
        "79.0",
    ),
    "injury_rate_million": (
        "工伤人数\t人\t31\t27\n总工时\t小时\t8,915,400\t9,120,300\n工伤率\t\t3.48\t{}\n",
        "2.96",
        "2.69",
    ),
    "lost_day_rate_200k": (
        "工伤损失工作日数\t天\t532\t486\n总工时\t小时\t8,915,400\t9,120,300\n损失工作日率\t\t11.93\t{}\n",
        "10.66",
        "16.06",
    ),
    "supplier_audit_rate": (
        "供应商总数\t家\t1,166\t1,202\n接受审核的供应商数量\t家\t583\t649\n供应商审核覆盖率\t%\t50.0\t{}\n",
        "54.0",
        "45.0",
    ),
    "women_in_management": (
        "高级管理人员人数\t人\t48\t52\n女性高级管理人员人数\t人\t11\t14\n高级管理层女性比例\t%\t22.9\t{}\n",
        "26.9",
        "29.6",
    ),
    "water_withdrawn_less_discharged": (
        "取水量\t立方米\t854,925\t871,204\n排水量\t立方米\t612,330\t640,118\n总耗水量\t立方米\t242,595\t{}\n",
        "231,086",
        "213,086",
    ),
    "rd_capitalised_profit_share": (
        (
            "净利润\t万元\t40,880.72\t78,854.23\n研发支出资本化金额\t万元\t14,941.87\t7,762.16\n"
            "资本化研发支出占净利润比重\t%\t36.55\t{}\n"
        ),
        "9.84",
        "8.94",
    ),
    "waste_ways_of_the_rest": (
        (
            "Total amount of waste generated\tt\t80,310\t91,215\nEmployees\tperson\t900\t905\n"
            "Total amount of hazardous waste\tt\t2,105\t3,310\n"
            "Total amount of non-hazardous waste diverted from disposal\tt\t61,204\t70,611\n"
            "Total amount of non-hazardous waste directed to disposal\tt\t17,001\t{}\n"
        ),
        "17,294",
        "12,794",
    ),
    "waste_not_recycled_rate": (
        (
            "Total amount of waste generated\tt\t80,310\t91,215\nTotal amount of non-recycled waste\tt\t18,021\t18,630\n"
            "Percentage of non-recycled waste\t%\t22.4\t{}\n"
        ),
        "20.4",
        "24.0",
    ),
    "donations_by_kind": (
        "对外捐赠总额\t万元\t318.4\t402.7\n备注项\t次\t7\t8\n现金捐赠金额\t万元\t250.0\t{}\n物资捐赠金额\t万元\t68.4\t92.6\n",
        "310.1",
        "301.1",
    ),
}


#: What the rows of a table give by themselves, so that no identity asks for it again.
QUOTIENTS = {"training_share", "supplier_audit_rate", "women_in_management"}


def verdicts(judged, identity, number):
    rows, *_ = CASES[identity]
    return judged(HEAD + rows.format(number))


@pytest.mark.parametrize("identity", CASES)
def test_what_is_right_is_worked_out_again(judged, identity):
    found = verdicts(judged, identity, CASES[identity][1])
    assert found.flagged == []
    right = CASES[identity][1]
    by_table = [verdict for text, verdict in found.of("table:quotient") if text == right]
    assert by_table == (["passed"] if identity in QUOTIENTS else [])
    assert bool(found.of(f"identity:{identity}")) == (identity not in QUOTIENTS)


@pytest.mark.parametrize("identity", CASES)
def test_a_slip_beside_rows_that_hold_is_flagged(judged, identity):
    assert verdicts(judged, identity, CASES[identity][2]).flagged


FRIENDS = {
    "rates on average, of whose first year nobody tells the opening": (
        "员工总数\t人\t1,200\t1,230\n离职人数\t人\t150\t152\n员工流失率\t%\t13.6\t12.5\n"
        "女性员工人数\t人\t600\t606\n女性离职人数\t人\t80\t78\n女性员工流失率\t%\t14.1\t12.9\n"
    ),
    "one rate alone, of a definition that nobody tells": "员工总数\t人\t\t1,400\n离职人数\t人\t\t169\n员工流失率\t%\t\t14.9\n",
    "rates of another population throughout": (
        "员工总数\t人\t1,200\t1,400\n受训员工人次\t人次\t5,577\t6,644\n受训员工百分比\t%\t95.5\t97.0\n"
    ),
    "injuries of employees, rate of contractors too": (
        "工伤人数\t人\t31\t27\n总工时\t小时\t8,915,400\t9,120,300\n工伤率\t\t4.10\t3.77\n"
    ),
    "parts that leave out the smallest": (
        "离职人数\t人\t593\t559\n25岁以下离职人数\t人\t210\t198\n25-40岁离职人数\t人\t301\t277\n"
    ),
    "directors of whom the chair is counted nowhere": (
        "董事会人数\t人\t9\t9\n执行董事人数\t人\t3\t3\n独立董事人数\t人\t3\t3\n"
    ),
    "carriers of which the smallest are not told": (
        "能源消耗总量\t兆瓦时\t1,204.5\t1,300.8\n电力消耗量\t兆瓦时\t800.1\t845.6\n天然气消耗量\t兆瓦时\t310.2\t333.3\n"
    ),
}


@pytest.mark.parametrize("rows", FRIENDS.values(), ids=FRIENDS)
def test_false_friends_are_left_alone(judged, rows):
    assert judged(HEAD + rows).flagged == []
