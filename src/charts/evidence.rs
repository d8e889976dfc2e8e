//! Evidence: what published experiments found, and what the model says to them.
//!
//! Always: each row has the published band as a block of one width, so that rows of different units stand below each other; the dot is our
//! number on that scale, filled inside and hollow outside, and an arrow at the edge if it lies further away.

use super::draw::canvas::Canvas;
use super::draw::colour;
use super::draw::layout::{Anchor, Area, Type};
use super::draw::svg::px;
use crate::say;

/// One row.
pub struct Line {
    /// Its name.
    pub id: String,
    /// The group that it stands in.
    pub group: String,
    /// Ours as a place on the band: 0 its lower end, 1 its upper end; `None`: no number.
    pub place: Option<f64>,
    /// Whether it is inside.
    pub inside: bool,
    /// Whether only an order was published.
    pub order: bool,
}

/// Columns of the page.
const COLUMNS: usize = 4;
/// How far beyond a band a dot is drawn, in widths of the band.
const BEYOND: f64 = 1.0;

/// Draws all rows, group by group.
pub fn draw(lines: &[Line], title: &str, canvas: &mut Canvas) {
    let facts = say!("evidence-facts", rows = lines.len());
    let area = canvas.framed(&say!("evidence-bench"), &facts, title, &say!("evidence-subtitle"));
    let mut items: Vec<Item> = Vec::new();
    for (k, line) in lines.iter().enumerate() {
        if k == 0 || lines[k - 1].group != line.group {
            items.push(Item::Head(&line.group));
        }
        items.push(Item::Row(line));
    }
    let each = items.len().div_ceil(COLUMNS).max(1);
    // A heading does not stand alone at the foot of a column.
    let mut at = each;
    while at < items.len() {
        if matches!(items[at - 1], Item::Head(_)) {
            items.insert(at - 1, Item::Gap);
        }
        at += each;
    }
    let high = (area.height() / each as f64).min(30.0);
    let columns = area.parts(COLUMNS.max(items.len().div_ceil(each)), 1, 36.0, 0.0);
    for (part, own) in items.chunks(each).zip(columns) {
        for (k, item) in part.iter().enumerate() {
            let top = own.top + high * k as f64;
            let place = Area { top, bottom: top + high, ..own };
            match item {
                Item::Head(group) => {
                    let name = say!("evidence-group-name", group = *group);
                    let style = Type::NOTE.coloured(colour::INK);
                    canvas.write(&style.shorten(&name, place.width()), place.left, place.bottom - 8.0, style);
                }
                Item::Row(line) => row(canvas, line, place),
                Item::Gap => {}
            }
        }
    }
}

enum Item<'l> {
    Head(&'l str),
    Row(&'l Line),
    Gap,
}

/// One row: its name, the block of the band, and the dot.
fn row(canvas: &mut Canvas, line: &Line, place: Area) {
    let middle = f64::midpoint(place.top, place.bottom);
    canvas.write(&line.id, place.left + 66.0, middle + 7.0, Type::NOTE.anchored(Anchor::End));
    let (left, right) = (place.left + 84.0, place.right);
    let x = |at: f64| left + (at + BEYOND) / (1.0 + 2.0 * BEYOND) * (right - left);
    let band =
        Area { left: x(0.0), right: if line.order { right } else { x(1.0) }, top: middle - 8.0, bottom: middle + 8.0 };
    canvas.block(band, 2.0, colour::GRID, 1.0);
    let Some(at) = line.place else {
        canvas.write(&say!("evidence-no-number"), x(0.0) + 8.0, middle + 7.0, Type::NOTE);
        return;
    };
    let tone = if line.inside { colour::DESIGNS[0] } else { colour::DESIGNS[1] };
    let shown = at.clamp(-BEYOND, 1.0 + BEYOND);
    let (cx, r) = (x(shown).clamp(left + 8.0, right - 8.0), 7.0);
    if shown != at {
        // Further away: an arrow towards it.
        let side = if at < 0.0 { -1.0 } else { 1.0 };
        let (tip, back) = (cx + 8.0 * side, cx - 6.0 * side);
        let path =
            format!("M{},{} L{},{} L{},{} Z", px(tip), px(middle), px(back), px(middle - r), px(back), px(middle + r));
        canvas.shape(&path, tone, 1.0);
        return;
    }
    let circle = |r: f64| {
        let (a, b) = (px(cx - r), px(cx + r));
        format!("M{a},{y} A{r},{r} 0 1 1 {b},{y} A{r},{r} 0 1 1 {a},{y} Z", y = px(middle), r = px(r))
    };
    canvas.shape(&circle(r), tone, 1.0);
    if !line.inside {
        canvas.shape(&circle(r - 3.0), colour::WHITE, 1.0);
    }
}
