//! Labels at the ends of lines: the value first, the range below in grey.
//!
//! Always: labels keep the order of their lines, never touch and never leave their column; a thin line connects a label with the end of its
//! line.

use super::canvas::Canvas;
use super::colour::{self, Colour};
use super::layout::{Area, LARGE, Type};

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

const NAME: f64 = 34.0;
const BELOW: f64 = 28.0;
const GAP: f64 = 16.0;

/// Writes the labels into a column; `start` is the x of the line ends, px.
pub fn write(canvas: &mut Canvas, column: Area, start: f64, labels: Vec<Label>) {
    let head = Type::VALUE.sized(LARGE);
    let set = |most: usize, below: usize| -> Vec<(Vec<String>, Vec<String>)> {
        let one = |l: &Label| {
            let name = head.wrap(&format!("{} {}", l.value, l.name), column.width(), most);
            (name, Type::NOTE.sized(22.0).wrap(&l.below, column.width(), below))
        };
        labels.iter().map(one).collect()
    };
    let high = |l: &(Vec<String>, Vec<String>)| l.0.len() as f64 * NAME + l.1.len() as f64 * BELOW;
    let fits = |lines: &Vec<(Vec<String>, Vec<String>)>| {
        lines.iter().map(|l| high(l) + GAP).sum::<f64>() - GAP <= column.height()
    };
    // If the column is short, names and ranges get one line each; if that is still too much, ranges are left out.
    let lines = [(2, 2), (1, 1), (1, 0)].map(|(most, below)| set(most, below));
    let lines = lines.iter().find(|l| fits(l)).unwrap_or(&lines[2]);
    let heights: Vec<f64> = lines.iter().map(high).collect();
    let wanted: Vec<f64> = labels.iter().map(|l| l.at - NAME / 2.0).collect();
    let tops = apart(&wanted, &heights, column.top, column.bottom);
    for ((label, (name, below)), top) in labels.iter().zip(lines).zip(tops) {
        let middle = top + NAME / 2.0;
        let (from, to) = ((start + 14.0, label.at), (column.left - 8.0, middle));
        canvas.rule(from, to, 1.5, if (middle - label.at).abs() > 6.0 { label.colour } else { colour::GRID }, "");
        let mut y = top + NAME * 0.78;
        for line in name {
            canvas.write(line, column.left, y, head.coloured(label.colour));
            y += NAME;
        }
        y += BELOW * 0.85 - NAME * 0.78 + 2.0;
        for line in below {
            canvas.write(line, column.left, y, Type::NOTE.sized(22.0));
            y += BELOW;
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
