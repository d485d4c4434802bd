"""What a blank means, column by column: not known, and then it is a hole; or nothing at all, and then why."""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatch
from typing import Final

from akint_dash.domain.schema import ENTITIES, Kind

HOLE_OF: Final[Mapping[str, str]] = {
    "project.budget": "project_budget",
    "project.fte": "fte",
    "project.start": "period",
    "project.end": "period",
    "project.origin": "origin",
    "project.programme": "programme",
    "project.goals": "goal",
    "project.application_hours": "application_hours",
    "project_step.reason": "reason",
    "funding.amount": "amount",
    "funding.hours": "own_hours",
    "activity.hours": "hours",
    "activity.level": "level",
    "activity.sphere": "sphere",
    "activity.outcome": "outcome",
    "activity.addressee_kind": "addressee",
    "attendance.people": "people",
    "dossier.eea": "eea",
    "budget.planned_nok": "planned_nok",
    "budget.used_nok": "used_nok",
    "budget.planned_fte": "planned_fte",
    "budget.used_fte": "used_fte",
    "budget.decided_by": "decided_by",
    "fund.amount_nok": "fund",
    "membership_fee.amount": "fee",
    "membership.notice_by": "notice",
    "participation.from_date": "participation_date",
    "participation.to_date": "participation_date",
    "participation.amount": "participation_amount",
    "actor.sector": "sector",
    "actor.municipality": "place",
}
"""column -> the kind of hole that a blank is."""

NONE: Final[Mapping[str, str]] = {
    "*.note": "a remark for staff, where there is something to remark",
    "*.exemption": "the ground of an exemption: a public record has none",
    "*.visibility": "a part inherits it from what it is a part of; of a record blank is public on no page",
    "*.source": "where a code list has it from; no page rests on it",
    "*_en": "the bokmål words stand instead, marked as Norwegian",
    "*.summary*": "words about a project; it is counted with or without",
    "*.name_short": "the whole name stands instead",
    "*.name_long": "the short name is the name",
    "*.owner": "the council area owns it then, and is named",
    "*.owner_mail": "the council area's mailbox is used",
    "area.mail": "the record's own mailbox is used",
    "*.case_number": "not everything has a case in the archive",
    "*.address": "not everything has a page on the web",
    "*.areas": "no other council area takes part",
    "*.valid_from": "it has always been there",
    "*.valid_to": "it is still there",
    "*.replaced_by": "nothing has replaced it",
    "programme.parent": "it is a programme of its own, no part of another",
    "programme.successor": "nothing follows it yet",
    "programme.period_*": "not limited in time",
    "programme.norway_why": "said only where it needs a reason",
    "programme.portal_id": "not in the portal",
    "programme.currency": "each amount has its own; no amount is in it",
    "programme.cofunding": "told of a call as missing; enters no sum",
    "programme.level": "told of a programme as missing; the money has its own level",
    "programme.norway": "told as not known; the programme is then not called unused",
    "programme.*_days": "a lead time is the programme's choice; the call says that it is missing",
    "*.currency": "an amount without one is refused on the way in",
    "region.*": "place and code of a region; one without a point stands in the list beside the map",
    "municipality.*": "place of a municipality; one without a county lies in none",
    "*.celex": "the dossier has no number yet",
    "*.com": "the dossier has no number yet",
    "*.procedure": "the dossier has no procedure yet",
    "dossier.position": "the county has taken none; the course counts those that have one",
    "*.themes": "the record is about no theme of the list; it is counted all the same",
    "dossier.goals": "it serves no adopted goal",
    "*.regions": "it is tied to no region: the page says how many are",
    "*.organisations": "no other organisation takes part",
    "*.from_organisations": "it came from no membership",
    "*.actors": "no outside actor takes part",
    "*.municipalities": "no municipality takes part",
    "*.projects": "it belongs to no project",
    "project.role": "shown on the record alone",
    "project.call": "it answers no call",
    "project.consortium_total": "never summed, and on no page",
    "project_step.reason_words": "the reason in the list stands alone",
    "funding.purpose": "ordinary money has none to state",
    "result.*": "a result may come of itself, without a number, a document or a goal",
    "call.*": "a public list's own words; the call's sheet says which are missing",
    "call_deadline.*": "a deadline is a moment or a day, and few have stages; without both the call has none known",
    "post.to_date": "the post is still held",
    "post.person": "a role without a name",
    "membership.to_date": "the membership goes on",
    "activity.end": "it lasted a day",
    "activity.instrument": "the kind says which",
    "activity.addressee": "the kind of addressee says enough",
    "activity.channel": "the page says for how many it is missing",
    "activity.goal": "it promotes no adopted goal; the page counts those that name none",
    "activity.decision": "it promotes no decision; the page counts those that name none",
    "activity.asked": "the day it was held counts",
    "activity.answered": "no answer is given yet",
    "activity.dossier": "it is about no dossier",
    "activity.cooperation": "it belongs to no cooperation",
    "attendance.area": "those who came are of no council area",
    "attendance.municipality": "those who came are of no one municipality",
    "cooperation.*": "there is no agreement, or nothing more is said of it",
    "need.date": "the day is not the point of a need",
    "organisation.kind": "the name says what it is; no figure groups by it",
    "budget.decided_on": "who decided says that it is decided",
    "actor.*": "a public list's own words; the code that they were read as is what counts",
    "participation.*": "a public list's own words; the actor and the programme that they were read as are what counts",
    "target.goal": "it is the county's",
    "remark.*": "it is about a record, a measure or a year, not all of them",
    "area_statement.until": "it holds until something else is said",
    "plan.*": "not limited in time",
}
"""column, or a pattern of several -> why a blank in it means none or not applicable. Never of a column in HOLE_OF."""

NUMBERS_BESIDE: Final[Mapping[str, str]] = {
    "*.lon": "a place",
    "*.lat": "a place",
    "programme.cofunding": "a percent told of a call, in no sum",
    "project.consortium_total": "one field, never summed",
    "call.budget": "shown of its call in its own currency, in no sum",
    "result.value": "an indicator shown with its unit, in no sum",
}
"""Amounts and decimal numbers that enter no sum, with what they are."""

TOLD_ELSEWHERE: Final[Mapping[tuple[str, str], str]] = {
    ("*", "kurs"): "a rule of the course names its base; what it cannot count is on the list of holes",
    ("*", "/strategien/lead"): "it counts the rows not on course by the rules; the row itself says what is missing",
    ("project.goals", "/maal/mal-virkemidler"): "the page's first lines say how many projects have no goal",
    ("participation.amount", "/deltakelser"): "it counts participations; its table has a column of those without",
    ("project.programme", "/miks"): "the programme is only a note beside a project there",
    ("project.programme", "/utlysninger"): "a call lists what was sent to the same programme; the list of holes counts",
    (
        "project.start",
        "*",
    ): "without a period a grant stands in its year of decision; the figures of money say how many",
    ("project.end", "*"): "without a period a grant stands in its year of decision; the figures of money say how many",
}
"""(column, block) -> why a changed block need not say by itself that something is missing."""


def columns() -> list[str]:
    """Every optional column as entity.column."""
    return [f"{e.name}.{c.name}" for e in ENTITIES.values() for c in e.columns if not c.required]


def why_none(column: str) -> str | None:
    """Why a blank means none."""
    if column in HOLE_OF:
        return None
    return next((reason for pattern, reason in NONE.items() if fnmatch(column, pattern)), None)


def is_number(column: str) -> bool:
    """Whether a column holds amounts, decimal numbers or people: what enters sums."""
    entity, name = column.split(".")
    return ENTITIES[entity].by_name[name].kind in (Kind.MONEY, Kind.NUMBER) or name == "people"
