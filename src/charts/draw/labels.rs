//! Labels at the ends of lines: the value first, the range below in grey.
//!
//! Always: labels keep the order of their lines, never touch and never leave their column; a thin line connects a label with the end of its
//! line.

use super::canvas::Canvas;
use super::colour::{self, Colour};
use super::layout::{Area, LARGE, SMALL, Type};
use super::lines::are_whole;

/// The label of one line.
pub struct Label {
    /// Height of the line's end, px.
    pub at: f64,
    /// The value, in figures.
    pub value: String,
    /// The name of the line.
    pub name: String,
    /// The text below: the range, or that the curve coincides with another.
    pub below: String,
    /// The line's colour.
    pub colour: Colour,
}

/// The space between two labels.
const GAP: f64 = 14.0;

/// The lines of a label, set.
struct Set {
    name: Vec<String>,
    below: Vec<String>,
}

/// Writes the labels into a column; `start` is the x of the line ends, px.
pub fn write(canvas: &mut Canvas, column: Area, start: f64, labels: Vec<Label>) {
    // Size of the name, size of the range, lines of each: the largest in which all is whole and fits. At the end ranges are left out.
    let faces = [
        (LARGE, 22.0, 2, 2),
        (LARGE, 22.0, 3, 2),
        (24.0, 20.0, 3, 2),
        (22.0, 20.0, 4, 2),
        (SMALL, SMALL, 4, 2),
        (SMALL, SMALL, 5, 1),
        (SMALL, SMALL, 5, 0),
        (SMALL, SMALL, 2, 0),
    ];
    // Letters smaller than large ones are not coloured, for colours stand out from white too little; a mark has the colour.
    let marked = |size: f64| if size < LARGE { 18.0 } else { 0.0 };
    let set = |&(size, small, most, below): &(f64, f64, usize, usize)| -> Vec<Set> {
        let room = column.width() - marked(size);
        let one = |l: &Label| Set {
            name: Type::VALUE.sized(size).wrap(&format!("{} {}", l.value, l.name), room, most),
            below: Type::NOTE.sized(small).wrap(&l.below, room, below),
        };
        labels.iter().map(one).collect()
    };
    let high = |face: &(f64, f64, usize, usize), l: &Set| {
        l.name.len() as f64 * face.0 * 1.2 + l.below.len() as f64 * face.1 * 1.27
    };
    let fits = |face: &(f64, f64, usize, usize), lines: &[Set]| {
        lines.iter().map(|l| high(face, l) + GAP).sum::<f64>() - GAP <= column.height()
    };
    let whole = |lines: &[Set]| !lines.iter().any(|l| !are_whole(&l.name) || !are_whole(&l.below));
    let tried = || faces.iter().map(|face| (face, set(face)));
    let found = tried().find(|(face, lines)| fits(face, lines) && whole(lines));
    let Some((face, lines)) =
        found.or_else(|| tried().find(|(face, lines)| fits(face, lines)).or_else(|| tried().next_back()))
    else {
        return;
    };
    let (size, small) = (face.0, face.1);
    let heights: Vec<f64> = lines.iter().map(|l| high(face, l)).collect();
    let wanted: Vec<f64> = labels.iter().map(|l| l.at - size * 0.6).collect();
    let tops = apart(&wanted, &heights, column.top, column.bottom);
    for ((label, set), top) in labels.iter().zip(&lines).zip(tops) {
        let middle = top + size * 0.6;
        let (from, to) = ((start + 14.0, label.at), (column.left - 8.0, middle));
        canvas.rule(from, to, 1.5, if (middle - label.at).abs() > 6.0 { label.colour } else { colour::GRID }, "");
        let left = column.left + marked(size);
        if size < LARGE {
            let bottom = top + size * 1.2 * set.name.len() as f64;
            let mark = Area { left: column.left, right: column.left + 8.0, top: top + 2.0, bottom: bottom - 2.0 };
            canvas.block(mark, 4.0, label.colour, 1.0);
        }
        let tone = if size < LARGE { colour::INK } else { label.colour };
        let mut y = top + size * 0.94;
        for line in &set.name {
            canvas.write(line, left, y, Type::VALUE.sized(size).coloured(tone));
            y += size * 1.2;
        }
        y = top + size * 1.2 * set.name.len() as f64 + small * 0.98;
        for line in &set.below {
            canvas.write(line, left, y, Type::NOTE.sized(small));
            y += small * 1.27;
        }
    }
}

/// Tops of boxes of these `heights` between `low` and `high`, px: as near as possible to the `wanted` tops, in the same order, without
/// touching.
pub fn apart(wanted: &[f64], heights: &[f64], low: f64, high: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|&a, &b| wanted[a].total_cmp(&wanted[b]).then(a.cmp(&b)));
    // Least squares with a fixed order (pool adjacent violators): boxes that would touch form a pool, and a pool stands at its mean.
    let mut pools: Vec<(f64, Vec<usize>)> = Vec::new();
    let mut stacked = 0.0;
    let mut above = vec![0.0; wanted.len()];
    for &i in &order {
        above[i] = stacked;
        stacked += heights[i] + GAP;
        let free = if wanted[i].is_finite() { wanted[i] - above[i] } else { low };
        let mut pool = (free, vec![i]);
        while pools.last().is_some_and(|before| before.0 > pool.0) {
            if let Some((mean, mut members)) = pools.pop() {
                let (a, b) = (members.len() as f64, pool.1.len() as f64);
                members.append(&mut pool.1);
                pool = ((mean * a + pool.0 * b) / (a + b), members);
            }
        }
        pools.push(pool);
    }
    let last = (high - stacked + GAP).max(low);
    let mut tops = vec![low; wanted.len()];
    for (mean, members) in pools {
        for i in members {
            tops[i] = mean.clamp(low, last) + above[i];
        }
    }
    tops
}
