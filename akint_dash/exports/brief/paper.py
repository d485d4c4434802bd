"""An empty A4 document in our look and language: styles, theme, settings, properties, what stands over and under."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, Final, cast

import docx
from docx.document import Document
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.section import Section, _Footer, _Header
from docx.shared import Cm

from akint_dash.domain.exhibit import Publication
from akint_dash.exports.brief import look
from akint_dash.exports.brief.marks import field
from akint_dash.exports.office import LANGUAGES, colour
from akint_dash.text.dates import Language
from akint_dash.text.words import Words

_THUMBNAIL: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
_UNUSED: Final = ("stylesWithEffects", "customXml", "numbering")


def paper(publication: Publication, title: str) -> Document:
    """A document with nothing in it yet."""
    document = docx.Document()
    package = document.part.package
    for some in (package.rels, document.part.rels):
        for key, rel in list(some.items()):
            if rel.reltype == _THUMBNAIL or any(rel.reltype.endswith(name) for name in _UNUSED):
                del some[key]
    for rel in document.part.rels.values():
        if rel.reltype.endswith("/theme"):
            rel.target_part._blob = _theme(rel.target_part.blob.decode()).encode()
    cast(Any, document.part._styles_part)._element = parse_xml(look.styles(publication.language).encode())
    _settings(document, publication.language)
    _properties(document, publication, title)
    _measured(document.sections[0])
    return document


def _theme(xml: str) -> str:
    """The theme with our colours and family."""
    for name, role in look.SCHEME.items():
        ours = f'<a:srgbClr val="{colour(role)}"/>'
        xml = re.sub(rf"(<a:{name}>).*?(</a:{name}>)", rf"\g<1>{ours}\g<2>", xml, count=1, flags=re.DOTALL)
    xml = re.sub(r'(<a:(?:major|minor)Font>\s*<a:latin typeface=)"[^"]*"', rf'\g<1>"{look.FONT}"', xml)
    return xml.replace('name="Office Theme"', 'name="akint"').replace('name="Office"', 'name="akint"')


def _settings(document: Document, language: Language) -> None:
    """Words may be hyphenated, languages are ours, and Word need not treat it as an old document."""
    settings = document.settings.element
    tag = LANGUAGES[language]
    for one in settings.findall(qn("w:themeFontLang")):
        one.set(qn("w:val"), tag)
        one.attrib.pop(qn("w:eastAsia"), None)
    for one in settings.iter(qn("w:compatSetting")):
        if one.get(qn("w:name")) == "compatibilityMode":
            one.set(qn("w:val"), "15")
    for name in ("w:zoom", "w:proofState", "w:savePreviewPicture"):
        for one in settings.findall(qn(name)):
            settings.remove(one)
    settings.insert(0, parse_xml(f'<w:zoom {nsdecls("w")} w:percent="100"/>'))
    if (stop := settings.find(qn("w:defaultTabStop"))) is not None:
        stop.addnext(parse_xml(f"<w:doNotHyphenateCaps {nsdecls('w')}/>"))
        stop.addnext(parse_xml(f"<w:autoHyphenation {nsdecls('w')}/>"))
    marks = (
        ("w:decimalSymbol", "," if language == "nb" else "."),
        ("w:listSeparator", ";" if language == "nb" else ","),
    )
    for name, sign in marks:
        for one in settings.findall(qn(name)):
            one.set(qn("w:val"), sign)


def _properties(document: Document, publication: Publication, title: str) -> None:
    core = document.core_properties
    core.title, core.author, core.language = title, publication.county, LANGUAGES[publication.language]
    core.subject = " · ".join(filter(None, [publication.page, publication.demonstration]))
    core.comments, core.keywords, core.last_modified_by = publication.data, "", publication.county
    day = datetime(publication.day.year, publication.day.month, publication.day.day, tzinfo=UTC)
    core.created = core.modified = day
    core.revision = 1


def _measured(section: Section) -> None:
    section.page_width, section.page_height = Cm(look.PAGE_CM[0]), Cm(look.PAGE_CM[1])
    section.left_margin = section.right_margin = Cm(look.SIDE_CM)
    section.top_margin, section.bottom_margin = Cm(look.TOP_CM), Cm(look.BOTTOM_CM)
    section.header_distance, section.footer_distance = Cm(1.0), Cm(0.9)


def framed(words: Words, section: Section, publication: Publication, over: str) -> None:
    """What stands over and under each page of a section: whose it is, of what, the mark, the data's day, the page."""
    header, footer = section.header, section.footer
    header.is_linked_to_previous = footer.is_linked_to_previous = False
    top = _line(header, "header")
    top.add_run(publication.county).bold = True
    top.add_run(f" · {over}")
    if publication.demonstration:
        run = top.add_run(f"\t{publication.demonstration}")
        run.bold = True
        run.font.color.rgb = docx.shared.RGBColor.from_string(colour("late"))
    foot = _line(footer, "footer")
    before, _, after = words("Side {page} av {pages}", page="\0", pages="\1").partition("\0")
    between, _, end = after.partition("\1")
    foot.add_run(f"{publication.data}\t{before}")
    field(foot, "PAGE", "1")
    foot.add_run(between)
    field(foot, "NUMPAGES", "1")
    if end:
        foot.add_run(end)


def _line(part: _Header | _Footer, style: str) -> Any:
    paragraph = part.paragraphs[0]
    paragraph.style = style
    return paragraph


def packed(document: Document) -> bytes:
    """The document as bytes."""
    made = BytesIO()
    document.save(made)
    return made.getvalue()
