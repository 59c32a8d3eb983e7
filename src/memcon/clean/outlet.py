"""Who published a report: given, the source named at its foot, the agency of its dateline, the site, the address."""

from collections.abc import Sequence

from memcon.clean.page import Page
from memcon.clean.zones import Layout
from memcon.model.document import Dateline
from memcon.registers.outlets import agencies, outlet_of


def outlet_of_report(
    given: str | None, page: Page, layout: Layout, dateline: Dateline | None, addresses: Sequence[str]
) -> str | None:
    """The outlet by its usual name, or None where nothing names one."""
    if given:
        return given
    foot = (page.text[label.start : label.end].split()[-1].strip(".") for label in layout.of_kind("source_url"))
    if named := next((name for address in foot if (name := outlet_of(address))), None):
        return named
    if dateline and dateline.agency in agencies():
        return agencies()[dateline.agency]
    if page.site:
        return page.site
    mark = next((label for label in layout.labels if label.kind == "agency_mark"), None)
    if mark:
        holder = page.text[mark.start : mark.end].strip("© .\xa0")
        return agencies().get(holder, holder)
    return next((name for address in addresses if (name := outlet_of(address))), None)
