FROM python:3.13-slim

ENV PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    PATH=/opt/akint/bin:$PATH \
    AKINT_HOST=0.0.0.0 \
    AKINT_LOG=json \
    AKINT_SECRET_KEY_FILE=/var/lib/akint/akint.key \
    AKINT_INTAKE=/var/lib/akint/intake \
    AKINT_DATABASE_URL=sqlite:////var/lib/akint/akint.db

WORKDIR /app
COPY requirements.txt ./
RUN python -m venv /opt/akint \
 && python -m pip --python /opt/akint install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.txt

COPY pyproject.toml README.md app.py ./
COPY akint_dash akint_dash
COPY assets assets
COPY data data
# editable: code lists, strategy, map and assets are read from this folder
RUN python -m pip --python /opt/akint install --no-cache-dir --disable-pip-version-check --no-deps --no-build-isolation -e . \
 && python -m compileall -q akint_dash \
 && useradd --system --uid 10001 --home-dir /var/lib/akint --create-home akint \
 && install -d -o akint data/fetched

USER akint
VOLUME /var/lib/akint
EXPOSE 8050
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(f'http://127.0.0.1:{os.environ.get(\"AKINT_PORT\", \"8050\")}/health/ready', timeout=4)"]
CMD ["akint-dash", "serve"]
