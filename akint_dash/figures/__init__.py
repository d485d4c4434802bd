"""Tables to pictures: Plotly figures and inline SVG, in one look."""
