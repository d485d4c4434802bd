"""``create_app(settings)``: everything wired together, and the routes that are not pages."""

from __future__ import annotations

import logging
import re
from functools import partial
from html import escape
from typing import Any, Final

from dash import Dash, Input, Output, dcc, html
from dash.development.base_component import Component
from flask import Flask, Response, g, request

from akint_dash.access import limits, machinery, prefix, refusing, sign_in
from akint_dash.access.gate import guarded
from akint_dash.access.headers import dress
from akint_dash.access.screen_links import Links
from akint_dash.access.sent import Sent
from akint_dash.api import routes as interface
from akint_dash.components import front
from akint_dash.components.first_html import body, head
from akint_dash.components.first_words import FirstWords
from akint_dash.components.markup import compact
from akint_dash.components.once import Once
from akint_dash.components.page import Page, Site, language_of
from akint_dash.components.still import Holder
from akint_dash.domain.bounded import Bounded
from akint_dash.errors import DatabaseUnavailable
from akint_dash.operate import health, metrics, requests
from akint_dash.operate.finished import Finished
from akint_dash.pages import OF_STAFF, PAGES, downloads
from akint_dash.pages.bring_in import routes as bring_in
from akint_dash.pages.calls import feeds
from akint_dash.pages.collection import routes as collection
from akint_dash.pages.data import rows
from akint_dash.pages.deadlines import feed as deadlines
from akint_dash.pages.edit import routes as edit
from akint_dash.pages.explore import rows as explore_rows
from akint_dash.pages.history import routes as history
from akint_dash.pages.record import routes as record
from akint_dash.pages.screen import routes as screen
from akint_dash.pages.search import suggestions
from akint_dash.settings import PROJECT, Settings
from akint_dash.store.engine import Database, open_engine, upgrade
from akint_dash.store.snapshots import Snapshots
from akint_dash.text.problems import error_line

log = logging.getLogger(__name__)

DASH_PAGES: Final = ("/", "/<path:path>")
"""What Dash calls the routes that answer every address without one of its own with a page's first HTML."""

_END: Final = re.compile(r',"end_id":"[^"]*"')
"""Dash's word for one load, which only callbacks in the background need: without it the same page is the same bytes."""

INDEX: Final = """<!doctype html>
<html lang="nb">
<head>
{%metas%}
<meta name="color-scheme" content="light dark">
<title>{%title%}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<script src="/assets/first/first.js"></script>
{%css%}
</head>
<body>
{%app_entry%}
<div hidden>{%config%}{%scripts%}{%renderer%}</div>
</body>
</html>"""


class Application(Dash):  # type: ignore[misc]  # Dash is untyped here
    """Dash with a first HTML that has the words of its page and no mark of loading; ``site`` is what it shows."""

    site: Site
    once: Once

    def interpolate_index(self, **parts: Any) -> str:
        """The first HTML of a page. Its words are put in last: a sign of Dash's in them is only a sign."""
        parts["config"] = _END.sub("", parts["config"])
        parts["app_entry"] = '<div id="react-entry-point"></div>'
        index = str(super().interpolate_index(**parts))
        index = index.replace('lang="nb"', f'lang="{language_of(request.path)}"', 1)
        words = self._first()
        if words is None:
            return index
        before, entry, after = index.partition(parts["app_entry"])
        before = before.replace(
            f"<title>{self.title}</title>", f"<title>{escape(words.title)}</title>\n{head(words)}", 1
        )
        return before + entry.replace("></", f">{body(words)}</", 1) + after

    def _first(self) -> FirstWords | None:
        """What a stranger is told at this address; None where that is not what is there for the reader who asks."""
        try:
            words = self.once.first(request.path, _query())
            if words.found or self.site.open(request.path, dict(request.args)) is None:
                g.in_words = True
                return words
        except DatabaseUnavailable:
            pass  # the answer says so by its status, the page in words
        except Exception:  # the page itself is asked for next: then its fault is told
            log.exception("the first words of %s failed", request.path[:200])
        return None


def _query() -> str:
    asked = request.query_string.decode("utf-8", "replace")
    return f"?{asked}" if asked else ""


def create_app(
    settings: Settings, pages: tuple[Page, ...] = (*OF_STAFF, *PAGES), *, begins: bool = True
) -> Application:
    """The application of one set of settings. The database's schema is brought to the newest.

    Without ``begins`` no new database is made where there is none: it may only be away.
    """
    engine = open_engine(settings.database, serving=True)
    snapshots = Snapshots(engine, settings.poll_s, partial(begun, engine), settings.looks_back_mb * 1_000_000)
    try:
        begun(engine, begins=begins)
    except DatabaseUnavailable as error:  # a worker that is born meanwhile waits for it like the others
        log.error("%s", error_line(error, "en"))
    engine.dispose()  # nothing open across a fork
    server = Flask("akint_dash", static_folder=None)
    kept: Bounded[Any] = Bounded(settings.finished_mb * 1_000_000)
    requests.register(server, snapshots, kept)
    refusing.register(server)
    limits.register(server, settings.rate)
    guard = guarded(server, settings, engine)
    site = Site(settings, snapshots, pages, guard.who)
    once = Once(site, kept)
    finished = Finished(once, kept, DASH_PAGES)
    server.after_request(finished.keep)  # after all that is done to an answer below
    app = Application(
        "akint_dash",
        server=server,
        assets_folder=str(PROJECT / "assets"),
        assets_path_ignore=["."],  # what lies in a folder of assets is sent as one (app) or to the pages that need it
        external_scripts=[front.FRONT.newest],
        index_string=INDEX,
        title="Internasjonal portefølje",
        update_title="",
        compress=True,
        suppress_callback_exceptions=True,
        enable_mcp=False,
    )
    app.site, app.once = site, once
    app.layout = html.Div([dcc.Location(id="adresse", refresh="callback-nav"), Holder(id="side")])
    machinery.register(app, server)
    server.before_request(finished.look)
    _answer(app)
    front.register(server)
    health.register(server, snapshots)
    metrics.register(server, settings)
    downloads.register(server, site)
    interface.register(server, site)
    rows.register(server, site)
    explore_rows.register(server, site)
    suggestions.register(server, site)
    bring_in.register(server, site)
    collection.register(server, site, engine)
    history.register(server, site, engine)
    edit.register(server, site, engine)
    record.register(server, site, engine)
    feeds.register(server, site)
    deadlines.register(server, site)
    screen.register(server, site, Links(engine))
    sign_in.register(server, settings, guard.sessions)
    _guard(app, server, site)
    prefix.register(server)  # last, so that digests are those of what leaves
    return app


def _answer(app: Application) -> None:
    """The one callback: an address becomes a page."""

    def answer(path: str | None, search: str | None) -> Any:
        try:
            return compact(app.site.render(prefix.inside(path or "/"), search or ""))
        except DatabaseUnavailable as error:
            log.error("%s", error_line(error, "en"))
            return _without_database(error.key)

    app.callback(Output("side", "children"), Input("adresse", "pathname"), Input("adresse", "search"))(answer)


def begun(engine: Database, *, begins: bool = False) -> None:
    """Bring the schema to the newest. One of a later version is left as it is: migrations add, so it can be read.

    Raises:
        DatabaseUnavailable: the database cannot be reached, or is not ours.
    """
    try:
        upgrade(engine, begins=begins)
    except DatabaseUnavailable as error:
        if error.key != "database_newer":
            raise
        log.warning("the database's schema is of a later version; it is read as it is")


def _without_database(key: str) -> Component:
    passes = key in ("database_unavailable", "database_busy", "database_crowded", "database_slow")
    told = "Prøv igjen om litt. Ingenting er gått tapt." if passes else "De som driver tjenesten, ser hvorfor i loggen."
    return html.Main(
        [html.H1("Databasen svarer ikke" if passes else "Tallene kan ikke vises nå"), html.P(told)],
        id="innhold",
        className="page",
    )


def _guard(app: Dash, server: Flask, site: Site) -> None:
    @server.after_request
    def finish(response: Response) -> Response:
        if isinstance(response, Sent):
            return response
        page = response.mimetype == "text/html" and response.status_code == 200
        if page and request.endpoint in DASH_PAGES:
            try:
                if site.open(request.path, dict(request.args)) is None:
                    response.status_code = 404
            except DatabaseUnavailable:
                response.status_code = 503
        encrypted = request.is_secure or site.settings.public_url.startswith("https://")
        return dress(response, app.csp_hashes(), encrypted=encrypted)
