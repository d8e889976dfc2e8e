//! The paper of a chart: title, subtitle, source line, and shapes and texts as SVG.
//!
//! Always: [`Canvas::write`] records the box of every text, so `Canvas::faults` finds texts that leave the paper, meet another text, or
//! are cut although the whole of them stands nowhere on the paper. No control character and no mark that turns the direction of writing
//! gets onto the paper. The same calls give the same bytes.

use std::fmt::Write;
use std::ops::Range;

use super::colour::{self, Colour};
use super::layout::{Anchor, Area, LARGE, Type};
use super::lines::{are_whole, is_cut};
use super::svg::{self, FINE, Pen, px};
use super::text::{self, Weight};
use crate::findings::chart_titles::{SHOWN, SHOWN_NARROW};
use crate::say;
use crate::stats::Summary;
use crate::stats::sweep_points::Origin;
use crate::words::number;

/// Empty space around everything, px.
pub const MARGIN: f64 = 96.0;
/// A text and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    /// The text.
    pub text: String,
    /// Whether it was cut to fit.
    pub cut: bool,
    /// The box of its ink.
    pub area: Area,
    /// Its baseline, px.
    pub(super) baseline: f64,
    /// Its look.
    pub(super) style: Type,
    /// Where its tag stands in the body of the SVG.
    pub(super) tag: Range<usize>,
}

/// The paper.
pub struct Canvas {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) body: String,
    title: String,
    pub(super) written: Vec<Written>,
}

impl Canvas {
    /// A 16:9 slide.
    pub fn slide() -> Canvas {
        Canvas::sized(1920.0, 1080.0)
    }

    /// Paper of another size: charts are laid out again on it, not scaled.
    pub fn sized(width: f64, height: f64) -> Canvas {
        Canvas { width, height, body: String::new(), title: String::new(), written: Vec::new() }
    }

    /// Empty paper of the same size.
    pub fn blank(&self) -> Canvas {
        Canvas::sized(self.width, self.height)
    }

    /// Whether nothing was drawn: the chart has nothing to say.
    pub fn is_blank(&self) -> bool {
        self.body.is_empty()
    }

    /// Whether the paper is too narrow for plots side by side.
    pub fn is_narrow(&self) -> bool {
        self.width < 1400.0
    }

    /// The width between the margins, px.
    pub fn room(&self) -> f64 {
        self.width - 2.0 * MARGIN
    }

    /// How many designs a chart shows in colours of their own, with the baseline.
    pub fn designs(&self) -> usize {
        if self.is_narrow() { SHOWN_NARROW } else { SHOWN }
    }

    /// The title: the finding.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Every text, in the order of drawing.
    pub fn written(&self) -> &[Written] {
        &self.written
    }

    /// Writes title, subtitle and source line of a summary; returns the area that is left for the chart.
    pub fn frame(&mut self, summary: &Summary, title: &str, subtitle: &str) -> Area {
        let facts = say!(
            "chart-facts",
            seed = summary.seed.to_string(),
            runs = summary.replicates,
            people = number::figure(summary.people as f64)
        );
        self.framed(&summary.scenario, &facts, title, subtitle)
    }

    /// The same for the points of a sweep.
    pub fn frame_points(&mut self, origin: &Origin, title: &str, subtitle: &str) -> Area {
        let facts = say!(
            "chart-facts-of-points",
            seed = origin.seed.to_string(),
            points = origin.points,
            runs = origin.replicates,
            people = number::figure(origin.people as f64)
        );
        self.framed(&origin.scenario, &facts, title, subtitle)
    }

    /// The same for another source; `facts` ends the source line: seed, runs, people.
    pub fn framed(&mut self, scenario: &str, facts: &str, title: &str, subtitle: &str) -> Area {
        // A number and its percent sign stay on one line.
        let glued = |text: &str| text.replace(" %", &format!("{}%", number::GLUE));
        let (title, subtitle) = (&glued(title), &glued(subtitle));
        self.title = text::harmless(&title.replace(number::GLUE, " "));
        let room = self.width - 2.0 * MARGIN;
        let one = |size: f64| text::width(title, size, Weight::SemiBold) <= room;
        let narrow = self.is_narrow();
        let size = [56.0, 52.0, 48.0, 44.0].into_iter().find(|&s| one(s));
        // A sentence that is cut off may say the opposite: a long one is set smaller.
        let sizes = if narrow { [(44.0, 5), (40.0, 6), (36.0, 7)] } else { [(44.0, 3), (40.0, 3), (36.0, 4)] };
        let (head, lines) = match size {
            Some(size) => (Type::VALUE.sized(size), vec![title.to_owned()]),
            None => whole(title, room, Type::VALUE, &sizes),
        };
        let size = head.size;
        let mut baseline = MARGIN + size * 0.76;
        for line in lines {
            self.write(&line, MARGIN, baseline, head);
            baseline += size * 1.2;
        }
        baseline += 52.0 - size * 1.2;
        let sizes = if narrow { [(LARGE, 4), (24.0, 6), (22.0, 8)] } else { [(LARGE, 2), (24.0, 3), (22.0, 5)] };
        let (under, lines) = whole(subtitle, room, Type::NOTE, &sizes);
        for line in lines {
            self.write(&line, MARGIN, baseline, under);
            baseline += under.size * 1.35;
        }
        let version = env!("CARGO_PKG_VERSION");
        let origin = say!("chart-origin", version = version, scenario = scenario);
        let source = format!("{origin} · {facts}");
        // The source line stands in the bottom margin.
        let foot = self.height - MARGIN / 2.0;
        if Type::NOTE.width(&source) <= room {
            self.write(&source, MARGIN, foot, Type::NOTE);
        } else {
            let first = Type::NOTE.shorten(&origin, room);
            self.write(&first, MARGIN, foot - 28.0, Type::NOTE);
            self.write(&Type::NOTE.shorten(facts, room), MARGIN, foot, Type::NOTE);
        }
        let top = baseline - under.size * 1.35 + 64.0;
        Area { left: MARGIN, top, right: self.width - MARGIN, bottom: self.height - MARGIN - 48.0 }
    }

    /// Writes one line of text; `y` is its baseline.
    pub fn write(&mut self, text: &str, x: f64, y: f64, style: Type) {
        if text.is_empty() {
            return;
        }
        let (cut, text) = (is_cut(text), text::harmless(text.trim_end_matches('\u{2060}')));
        let text = text.as_str();
        let wide = style.width(text);
        let (left, anchor) = match style.anchor {
            Anchor::Start => (x, "start"),
            Anchor::Middle => (x - wide / 2.0, "middle"),
            Anchor::End => (x - wide, "end"),
        };
        let area = Area { left, top: y - style.size * 0.76, right: left + wide, bottom: y + style.size * 0.2 };
        let start = self.body.len();
        let _ = writeln!(
            self.body,
            "<text x=\"{}\" y=\"{}\" font-family=\"{}\" font-weight=\"{}\" font-size=\"{}\" fill=\"{}\" \
             text-anchor=\"{anchor}\">{}</text>",
            px(x),
            px(y),
            families(text),
            style.weight.number(),
            px(style.size),
            style.colour.hex(),
            svg::escaped(text),
        );
        let tag = start..self.body.len();
        self.written.push(Written { text: text.to_owned(), cut, area, baseline: y, style, tag });
    }

    /// The same on a white background, so that no grid line crosses the text.
    pub fn write_over(&mut self, text: &str, x: f64, y: f64, style: Type) {
        let wide = style.width(text);
        let left = match style.anchor {
            Anchor::Start => x,
            Anchor::Middle => x - wide / 2.0,
            Anchor::End => x - wide,
        };
        let ground = Area {
            left: left - 3.0,
            right: left + wide + 3.0,
            top: y - style.size * 0.8,
            bottom: y + style.size * 0.24,
        };
        self.block(ground, 0.0, colour::WHITE, 1.0);
        self.write(text, x, y, style);
    }

    /// A filled rectangle with rounded corners.
    pub fn block(&mut self, area: Area, round: f64, fill: Colour, opacity: f64) {
        let alpha = if opacity < 1.0 { format!(" fill-opacity=\"{opacity:.2}\"") } else { String::new() };
        let _ = writeln!(
            self.body,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\" fill=\"{}\"{alpha}/>",
            px(area.left),
            px(area.top),
            px(area.width().max(0.0)),
            px(area.height().max(0.0)),
            px(round),
            fill.hex(),
        );
    }

    /// A straight line, such as a grid line or a leader.
    pub fn rule(&mut self, from: (f64, f64), to: (f64, f64), width: f64, colour: Colour, dashes: &str) {
        let dashes = if dashes.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{dashes}\"") };
        let _ = writeln!(
            self.body,
            "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{}\" stroke-width=\"{}\"{dashes}/>",
            px(from.0),
            px(from.1),
            px(to.0),
            px(to.1),
            colour.hex(),
            px(width),
        );
    }

    /// A filled outline; `path` is SVG path text with coordinates from [`px`].
    pub fn shape(&mut self, path: &str, fill: Colour, opacity: f64) {
        let _ = writeln!(self.body, "<path d=\"{path}\" fill=\"{}\" fill-opacity=\"{opacity:.2}\"/>", fill.hex());
    }

    /// A line along an outline; `path` is SVG path text with coordinates from [`px`].
    pub fn stroke(&mut self, path: &str, colour: Colour, width: f64) {
        let _ = writeln!(
            self.body,
            "<path d=\"{path}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" stroke-linecap=\"round\"/>",
            colour.hex(),
            px(width)
        );
    }

    /// The pen for plotters, which draws on this paper.
    pub fn pen(&mut self, dashes: &'static str) -> Pen<'_> {
        let size = ((self.width * FINE) as u32, (self.height * FINE) as u32);
        Pen { body: &mut self.body, size, dashes }
    }

    /// The whole drawing as SVG, with texts as text.
    pub fn svg(&self) -> String {
        self.document(&self.body)
    }

    pub(super) fn document(&self, body: &str) -> String {
        let (w, h) = (px(self.width), px(self.height));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" role=\"img\">\n\
             <title>{}</title>\n<rect width=\"{w}\" height=\"{h}\" fill=\"{}\"/>\n{body}</svg>\n",
            svg::escaped(&self.title),
            colour::WHITE.hex(),
        )
    }
}

/// The text in the first of these sizes and numbers of lines in which all of it fits; the last of them may cut it.
fn whole(text: &str, room: f64, style: Type, sizes: &[(f64, usize)]) -> (Type, Vec<String>) {
    let set = |&(size, lines): &(f64, usize)| (style.sized(size), style.sized(size).wrap(text, room, lines));
    let fits = |(_, lines): &(Type, Vec<String>)| are_whole(lines);
    let last = sizes.last().map_or_else(|| (style, vec![text.to_owned()]), set);
    sizes.iter().map(set).find(fits).unwrap_or(last)
}

/// The fonts that a text asks for: other scripts name the fonts that most systems have for them.
fn families(text: &str) -> &'static str {
    if text::missing(text).is_empty() {
        "Inter, sans-serif"
    } else {
        "Inter, Noto Sans SC, Noto Sans, Noto Sans CJK TC, Segoe UI, PingFang TC, Arial Unicode MS, sans-serif"
    }
}
