"""The door: ``gunicorn app:server`` or ``python app.py``."""

from akint_dash.server import create_app
from akint_dash.settings import Settings

settings = Settings()
app = create_app(settings)
server = app.server

if __name__ == "__main__":
    app.run(host=settings.host, port=settings.port)
