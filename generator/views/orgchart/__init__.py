"""The organisation of a case as an inline SVG diagram: a pure function of its 组织 table.

graph.py takes nodes and edges from the case, layers.py puts nodes into rows, placing.py gives them places,
routing.py draws the lines between rows, drawing.py writes the SVG.
"""

from .drawing import org_chart

__all__ = ["org_chart"]
