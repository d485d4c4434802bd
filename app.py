"""The door: ``gunicorn app:server`` or ``python app.py``."""

from akint_dash.access.start import refuse_unsafe
from akint_dash.operate import logs
from akint_dash.server import create_app
from akint_dash.settings import Settings

settings = Settings()
refuse_unsafe(settings)
logs.begin(settings.log)
app = create_app(settings)
server = app.server

if __name__ == "__main__":
    app.run(host=settings.host, port=settings.port)
