"""What a user may set: ``auditor.toml`` and the flags over it; every fault is told at once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from decimal import InvalidOperation
from pathlib import Path
from typing import Annotated
from typing import Any
from typing import Literal
from typing import Self
from typing import TypeVar

from pydantic import AfterValidator
from pydantic import BaseModel
from pydantic import BeforeValidator
from pydantic import ConfigDict
from pydantic import Field
from pydantic import ValidationError
from pydantic import model_validator

from auditor.errors import ConfigError
from auditor.errors import MissingFileError
from auditor.lexicon.faults import faults
from auditor.lexicon.schema import Additions
from auditor.lexicon.schema import ChangeCause
from auditor.model.finding import Severity

FILE_NAME = "auditor.toml"
_PERIOD = re.compile(r"((FY|CY)[0-9]{4}|((FY|CY)?[0-9]{4}(H[12]|Q[1-4])))?")

FailOn = Literal["error", "warning", "never"]


def _share(value: object) -> object:
    """Return ``5%`` as the exact share 0.05; numbers pass through as they were written."""
    text = str(value).strip()
    try:
        return Decimal(text[:-1].strip()) / 100 if text.endswith("%") else Decimal(text)
    except InvalidOperation:
        message = f"{text!r} is not a share; write '5%' or 0.05"
        raise ValueError(message) from None


def _period(value: object) -> object:
    """Return a period code as it is."""
    if _PERIOD.fullmatch(str(value)):
        return value
    message = f"{value!r} is not a period; write FY2025 (fiscal year), CY2024 (calendar year) or 2024H1"
    raise ValueError(message)


def _amount(value: object) -> object:
    """Return a number as written in print: ``-1,234.50`` keeps its digits; None stays None."""
    if value is None:
        return None
    text = str(value).strip().replace(",", "").replace("−", "-")
    try:
        return Decimal(text)
    except InvalidOperation:
        message = f"{str(value)!r} is not a number; write '-1,234.5'"
        raise ValueError(message) from None


def _named(reports: tuple[ReportOptions, ...]) -> tuple[ReportOptions, ...]:
    """Return the reports when each of them says its file."""
    missing = [number for number, report in enumerate(reports, 1) if not report.file]
    if missing:
        message = f"no file is named in number {', '.join(map(str, missing))}; add file = 'REPORT.pdf'"
        raise ValueError(message)
    return reports


#: The code of a reporting period; empty is recognised.
PeriodCode = Annotated[str, BeforeValidator(_period)]
#: A share of a whole: 0.05 is 5 %.
Share = Annotated[Decimal, BeforeValidator(_share), Field(ge=0)]


#: A number as printed: half a unit of its last digit either way.
Amount = Annotated[Decimal | None, BeforeValidator(_amount)]


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)


_Model = TypeVar("_Model", bound=_Section)


class ReportOptions(_Section):
    """What a user says of one report; an empty value is recognised from the report itself."""

    file: str = ""
    period: PeriodCode = ""
    language: Literal["", "zh-Hans", "zh-Hant", "en"] = ""
    organisation: str = ""
    #: A text about the reports (a press article) whose figures are tied to theirs.
    press: bool = False
    #: Another language edition of one of the reports, held against it figure by figure.
    edition: bool = False
    #: Opens an encrypted PDF; never written to an output.
    password: str = Field(default="", repr=False, exclude=True)


class Limits(_Section):
    """``[[thresholds.limits]]``: what is material, and what is trivial, for a metric or a unit.

    ``share`` of the old value or ``amount`` (in the printed unit, without sign) make a changed comparative
    material; a gap up to ``trivial`` is called clearly trivial.
    """

    metric: str = ""
    unit: str = ""
    share: Share | None = None
    amount: Amount = Field(default=None, ge=0)
    trivial: Amount = Field(default=None, ge=0)

    @model_validator(mode="after")
    def _told(self) -> Self:
        """Refuse limits of nothing, or that say nothing."""
        if bool(self.metric) == bool(self.unit):
            message = "name a metric (its id, as in claims.csv) or a unit_id, one of the two"
            raise ValueError(message)
        if self.share is None and self.amount is None and self.trivial is None:
            message = "give a share, an amount, or what is trivial"
            raise ValueError(message)
        return self


class Thresholds(_Section):
    """Materiality: sets a label on a finding and hides nothing.

    ``restatement`` is the share of the old value from which a changed comparative is called material;
    ``limits`` say so for single metrics or units, the first that fits counts.
    """

    restatement: Share = Decimal("0.05")
    limits: tuple[Limits, ...] = ()

    def of(self, metric: str, unit: str) -> Limits | None:
        """Return the limits of a metric, by its whole id or its base, else of a unit."""
        named = {metric, metric.partition(".")[0]}
        found = next((item for item in self.limits if item.metric and item.metric in named), None)
        return found or next((item for item in self.limits if item.unit and item.unit == unit), None)


class Adjustment(_Section):
    """A known reason why a number of the past was changed, with what it did.

    Exactly one of three tells what it did: ``amount`` is the change itself, with its sign; ``figure`` is what
    the sold or bought ``entity`` told for itself; ``factor_old`` and ``factor_new`` are emission factors
    (t/MWh) applied to ``activity`` (MWh), by default the electricity that the newer report tells.

    ``metric`` is a canonical id or a label as printed; ``unit`` is that of the newer report unless it is set.
    """

    metric: str = Field(min_length=1)
    period: str = Field(min_length=1)
    scope: str = ""
    cause: ChangeCause
    amount: Amount = None
    entity: str = ""
    figure: Amount = None
    factor_old: Amount = None
    factor_new: Amount = None
    activity: Amount = None
    unit: str = ""
    source: str = Field(min_length=1)

    @model_validator(mode="after")
    def _one_effect(self) -> Self:
        """Refuse an adjustment that does not say what it did in exactly one way."""
        factors = (self.factor_old, self.factor_new)
        told = [self.amount is not None, self.figure is not None, None not in factors]
        if sum(told) != 1 or (None in factors and factors != (None, None)):
            message = "say what it did in one way: amount, or figure, or factor_old with factor_new"
            raise ValueError(message)
        if self.figure is not None and self.cause not in ("divestment", "acquisition"):
            message = f"a figure is what a sold or bought entity told; for {self.cause} give the amount"
            raise ValueError(message)
        return self


class FactorOptions(_Section):
    """A grid emission factor beyond those of the lexicon."""

    value: Annotated[Decimal, BeforeValidator(_amount), Field(gt=0)]
    year: int = Field(ge=1990, le=2100)
    series: str = Field(min_length=1)
    region: str = "mainland"
    unit: str = "kgCO2/kWh"
    issued: str = ""
    source: str = Field(min_length=1)


class RuleChoice(_Section):
    """Rules that are off, and severities that replace a rule's own, by code."""

    disabled: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = {}


class Config(_Section):
    """One audit: its reports and how strict it is.

    ``out`` is empty for the default folder; a relative one starts at the folder of the file.
    ``lang`` is empty for the language of the newest report.
    """

    title: str = ""
    organisation: str = ""
    reports: tuple[str, ...] = ()
    report: Annotated[tuple[ReportOptions, ...], AfterValidator(_named)] = ()
    out: str = ""
    lang: Literal["", "zh-Hans", "zh-Hant", "en"] = ""
    fail_on: FailOn = "error"
    thresholds: Thresholds = Thresholds()
    adjustments: tuple[Adjustment, ...] = ()
    factors: tuple[FactorOptions, ...] = ()
    rules: RuleChoice = RuleChoice()
    lexicon: Additions = Additions()

    @property
    def files(self) -> tuple[str, ...]:
        """Return the names of all reports, those with a table of their own last, none twice."""
        return tuple(dict.fromkeys((*self.reports, *(report.file for report in self.report))))

    def options(self, path: Path) -> ReportOptions:
        """Return what is set for one report, by its path or its bare name."""
        named = {report.file: report for report in self.report}
        found = named.get(str(path)) or next(
            (report for report in self.report if Path(report.file).name == path.name), ReportOptions()
        )
        return found.model_copy(
            update={"file": path.name, "organisation": found.organisation or self.organisation}
        )

    def with_report(self, file: str, **settings: str | bool) -> Config:
        """Return this configuration with settings of one report replaced, the report added if need be.

        Raises:
            ConfigError: when a setting has a value that is not known.
        """
        options = self.options(Path(file))
        data = {**options.model_dump(), "password": options.password, **settings, "file": file}
        kept = tuple(report for report in self.report if Path(report.file).name != Path(file).name)
        changed = _checked(ReportOptions, data, f"options for {file}")
        return self.model_copy(update={"report": (*kept, changed)})


def load(path: Path) -> Config:
    """Return the configuration in a TOML file; numbers stay decimal.

    Raises:
        MissingFileError: when there is no such file.
        ConfigError: with every fault of the file: its place, and the nearest known name.
    """
    try:
        data = tomllib.loads(path.read_text("utf-8-sig"), parse_float=Decimal)
    except (FileNotFoundError, IsADirectoryError):
        raise MissingFileError(path) from None
    except UnicodeDecodeError:
        raise ConfigError(path, ["it is not in UTF-8; save it as UTF-8"]) from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(path, [str(error)]) from None
    return _checked(Config, data, path)


def _checked(model: type[_Model], data: Mapping[str, Any], origin: Path | str) -> _Model:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise ConfigError(origin, list(faults(error, model))) from None
