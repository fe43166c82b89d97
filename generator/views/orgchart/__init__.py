"""The organisation of a case as an inline SVG diagram: a pure function of its 组织 table.

graph.py takes nodes and edges from the case, layers.py puts nodes into rows, placing.py gives them places,
routing.py draws the lines between rows, sheets.py stands connected parts on sheets, drawing.py writes the SVG.
"""

from .drawing import Diagram, org_chart, org_diagrams

__all__ = ["Diagram", "org_chart", "org_diagrams"]
