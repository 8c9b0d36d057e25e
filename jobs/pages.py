"""What the pages show: each applies the visibility policy and audits the look.

The web room renders these and decides nothing about who may see what.
"""

from jobs.pages_access import active_person
from jobs.pages_call import CallPage, call_page
from jobs.pages_export import scores_export
from jobs.pages_home import Coverage, HomePage, home_page, team_page
from jobs.pages_rep import RepPage, rep_page

__all__ = [
    "CallPage",
    "Coverage",
    "HomePage",
    "RepPage",
    "active_person",
    "call_page",
    "home_page",
    "rep_page",
    "scores_export",
    "team_page",
]
