"""What a user calls material or trivial sets a label and hides nothing."""

from __future__ import annotations

import tomllib

import pytest

from auditor import pipeline
from auditor.config import Config
from auditor.errors import ConfigError

OLD = """测试公司2023年环境报告

本报告涵盖2023年1月1日至2023年12月31日。

指标\t单位\t2023年
总用水量\t吨\t1,000
"""
NEW = """测试公司2024年环境报告

本报告涵盖2024年1月1日至2024年12月31日。

指标\t单位\t2024年\t2023年
总用水量\t吨\t1,100\t1,040
"""


def messages(tmp_path, limits: str) -> list[str]:
    paths = []
    for name, text in (("2023.txt", OLD), ("2024.txt", NEW)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        paths.append(tmp_path / name)
    config = Config.model_validate(tomllib.loads(limits))
    return [item.message for item in pipeline.audit(paths, config).findings if item.code == "S101"]


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        ("", "低于 5% 的重要性水平"),
        ('[[thresholds.limits]]\nmetric = "water_consumption"\nshare = "3%"', "达到 3% 的重要性水平"),
        ('[[thresholds.limits]]\nunit = "t"\namount = "50"', "低于 50吨 的重要性水平"),
        ('[[thresholds.limits]]\nunit = "t"\ntrivial = "40"', "差额不超过明显微小的界限 40"),
        ('[[thresholds.limits]]\nmetric = "waste"\nshare = "1%"', "低于 5% 的重要性水平"),
    ],
    ids=["default", "of a metric", "an amount of a unit", "trivial", "of another metric"],
)
def test_limits_label_a_changed_comparative(tmp_path, limits, words):
    (message,) = messages(tmp_path, limits)
    assert words in message


@pytest.mark.parametrize(
    "limits", ['share = "3%"', 'metric = "waste"', 'metric = "waste"\nunit = "t"\nshare = "1%"']
)
def test_limits_of_nothing_are_refused(tmp_path, limits):
    path = tmp_path / "auditor.toml"
    path.write_text(f"[[thresholds.limits]]\n{limits}\n", encoding="utf-8")
    from auditor.config import load

    with pytest.raises(ConfigError):
        load(path)
