"""Pictures where looking beats reading: inline SVG drawn at build time, each a pure function of typed figures or rows.

svg.py holds what all share, marks.py the shapes of a status; steps.py, change.py, bars.py, timeline.py and matrix.py draw
one kind each; choosing.py says which pictures given figures get, and for which the reader is told why there is none.
"""

from .choosing import figure_pictures
from .matrix import mechanism_matrix
from .picture import Picture, Pictures, Point
from .timeline import milestone_timeline

__all__ = ["Picture", "Pictures", "Point", "figure_pictures", "mechanism_matrix", "milestone_timeline"]
