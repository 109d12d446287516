"""The pictures as slides, for PowerPoint and what else opens its files: charts are charts there, and can be changed."""

from __future__ import annotations

import io
from collections.abc import Sequence
from math import ceil
from typing import Any

from outsourcing_lessons.characters import legal
from outsourcing_lessons.debrief.pictures import Bar, Picture

KEY, OTHER, BEFORE, INK = "0A5750", "7C735F", "C9C1B0", "1A1C20"
LONG = 22  # characters of a label beyond which it stands beside the chart and not at its axis
TEXTS = 9  # on one slide
LEFT, WIDE = 0.6, 12.1  # inches, of slides of 13.33 by 7.5


def slides(title: str, said: str, pictures: Sequence[Picture]) -> bytes:
    """Return the slides as a file of PowerPoint; raises ImportError without python-pptx."""
    from pptx import Presentation
    from pptx.util import Inches

    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(13.333), Inches(7.5)
    first = _slide(deck, title, 2.4, 40)
    _text(first, [said], 3.6, 2, 20)
    for one in pictures:
        for place in range(0, max(1, len(one.texts)), TEXTS):
            _picture(deck, one, one.texts[place : place + TEXTS])
    made = io.BytesIO()
    deck.save(made)
    return made.getvalue()


def _picture(deck: Any, one: Picture, texts: Sequence[str]) -> None:
    slide = _slide(deck, one.title)
    top = 1.3
    if one.prompt:
        _text(slide, [one.prompt], top, 1.2, 18)
        top += 1.3
    if one.bars:
        beside = any(len(bar.label) > LONG for bar in one.bars) and all(bar.letter for bar in one.bars)
        if beside:
            _text(slide, [_named(bar) for bar in one.bars], top, 6.4 - top, 18, 5.6)
        _chart(slide, one, top, 6.4 - top, LEFT + 5.9 if beside else LEFT, beside)
    _text(slide, [f"“{text}”" for text in texts], top, 6.4 - top, 22)
    _text(slide, [one.said], 6.5, 0.8, 18)


def _named(bar: Bar) -> str:
    return bar.label + (f" ({bar.key})" if bar.key else "")


def _slide(deck: Any, title: str, top: float = 0.35, size: int = 28) -> Any:
    from pptx.util import Inches, Pt

    slide = deck.slides.add_slide(deck.slide_layouts[5])
    head = slide.shapes.title
    head.left, head.top, head.width, head.height = (Inches(one) for one in (LEFT, top, WIDE, 0.9))
    head.text_frame.text = legal(title)
    _set(head.text_frame, Pt(size), bold=True)
    return slide


def _text(slide: Any, lines: Sequence[str], top: float, high: float, size: int, wide: float = WIDE) -> None:
    """Write some lines into a box; what is long gets smaller letters."""
    from pptx.util import Inches, Pt

    if not lines:
        return
    frame = slide.shapes.add_textbox(*(Inches(one) for one in (LEFT, top, wide, high))).text_frame
    frame.word_wrap = True
    paragraphs = [part for line in lines for part in legal(line).split("\n") if part.strip()]
    frame.text = "\n".join(paragraphs)
    fits = lambda one: sum(ceil(len(part) * one / 130 / wide) for part in paragraphs) * one * 1.25 / 72 <= high  # noqa: E731
    _set(frame, Pt(next((one for one in range(size, 9, -1) if fits(one)), 9)))


def _set(frame: Any, size: Any, bold: bool = False) -> None:
    from pptx.dml.color import RGBColor
    from pptx.enum.text import PP_ALIGN

    for paragraph in frame.paragraphs:
        paragraph.alignment, paragraph.font.size, paragraph.font.bold = PP_ALIGN.LEFT, size, bold
        paragraph.font.color.rgb = RGBColor.from_string(INK)


def _chart(slide: Any, one: Picture, top: float, high: float, left: float, letters: bool) -> None:
    """Put in a bar chart, the first bar at the top; of a question that was voted on twice, both votes."""
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
    from pptx.util import Inches, Pt

    bars = one.bars[::-1]
    data = CategoryChartData(number_format="General")
    data.categories = [legal(bar.letter if letters else _named(bar)) for bar in bars]
    twice = any(bar.before is not None for bar in bars)
    series = [("Last vote" if twice else one.title, [bar.size for bar in bars])]
    series += [("First vote", [bar.before or 0 for bar in bars])] * twice
    for name, sizes in series:
        data.add_series(name, sizes)
    place = (Inches(one) for one in (left, top, LEFT + WIDE - left, high))
    chart = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *place, data).chart
    chart.has_title, chart.has_legend = False, twice
    if twice:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    chart.value_axis.visible = chart.value_axis.has_major_gridlines = False
    chart.value_axis.minimum_scale = 0
    chart.category_axis.tick_labels.font.size = Pt(14)
    plot = chart.plots[0]
    plot.gap_width, plot.has_data_labels, plot.data_labels.font.size = 50, True, Pt(14)
    _colour(plot, bars, twice)


def _colour(plot: Any, bars: Sequence[Bar], twice: bool) -> None:
    from pptx.dml.color import RGBColor

    def fill(shape: Any, colour: str) -> None:
        shape.format.fill.solid()
        shape.format.fill.fore_color.rgb = RGBColor.from_string(colour)

    if twice:
        fill(plot.series[1], BEFORE)
    last = plot.series[0]
    fill(last, OTHER)
    for place, bar in enumerate(bars):
        if bar.key:
            fill(last.points[place], KEY)
