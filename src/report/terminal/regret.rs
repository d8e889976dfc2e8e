//! The regret table, as the terminal shows it.
//!
//! Invariant: no line is wider than asked for; if not all worlds fit, those with the largest regrets are shown.

use super::layout::{Column, Paint, table, wrap};
use crate::say;
use crate::stats::regret::Regret;
use crate::words::number::{self, GLUE};

/// The regret of each design, world by world.
pub(super) fn lines(regret: &Regret, width: usize, paint: Paint) -> Vec<String> {
    let names: Vec<String> = regret
        .designs
        .iter()
        .enumerate()
        .map(|(d, design)| {
            if d == regret.minimax && regret.sure {
                say!("report-least-regret", design = &design.says)
            } else {
                design.says.clone()
            }
        })
        .collect();
    let mut worlds: Vec<usize> = (0..regret.worlds.len()).collect();
    let worst = |w: usize| regret.regrets.iter().map(|own| own[w]).fold(0.0, f64::max);
    let shared = Shared::of(regret);
    let head = match &shared {
        Some(shared) => say!("report-regret-in", unit = &shared.unit),
        None => say!("report-regret"),
    };
    let mut lines = wrap(&head, width, "  ");
    loop {
        if let Some(rows) = table(&names, &columns(regret, shared.as_ref(), &worlds), width, paint) {
            lines.extend(rows);
            break;
        }
        // The world whose largest regret is smallest is left out.
        let Some(least) = (0..worlds.len()).rev().min_by(|a, b| worst(worlds[*a]).total_cmp(&worst(worlds[*b]))) else {
            break;
        };
        worlds.remove(least);
    }
    if worlds.len() < regret.worlds.len() {
        let (shown, all) = (worlds.len().to_string(), regret.worlds.len().to_string());
        let note = say!("report-regret-worlds", shown = shown, all = all);
        lines.extend(wrap(&note, width, ""));
    }
    lines.extend(wrap(&regret.sentence(), width, "").into_iter().map(|line| paint.bold(&line)));
    lines
}

/// The unit that all means share: said once above the table instead of in each cell.
struct Shared {
    unit: String,
    size: f64,
}

impl Shared {
    /// For money, millions or more, if every mean is at least one of them.
    fn of(regret: &Regret) -> Option<Shared> {
        let least = regret.values.iter().flatten().fold(f64::INFINITY, |least, x| least.min(x.abs()));
        let mark = regret.figure(1.0);
        let (mark, _) = mark.split_once(GLUE).filter(|(mark, _)| !mark.contains(|c: char| c.is_ascii_digit()))?;
        let (size, name) = [(1e9, say!("report-billion")), (1e6, say!("report-million"))]
            .into_iter()
            .find(|(size, _)| least >= *size)?;
        Some(Shared { unit: format!("{mark}{GLUE}{name}"), size })
    }
}

fn columns(regret: &Regret, shared: Option<&Shared>, worlds: &[usize]) -> Vec<Column> {
    let figure = |x: f64| match shared {
        Some(shared) => number::figure(x / shared.size),
        None => regret.figure(x),
    };
    let regret_text = |x: f64| if x == 0.0 { say!("report-regret-best") } else { figure(x) };
    let cell = |d: usize, w: usize| format!("{} ({})", figure(regret.values[d][w]), regret_text(regret.regrets[d][w]));
    let all = 0..regret.designs.len();
    let mut columns: Vec<Column> = worlds
        .iter()
        .map(|w| Column { head: regret.worlds[*w].clone(), cells: all.clone().map(|d| cell(d, *w)).collect() })
        .collect();
    let largest = |d: usize| figure(regret.largest[d]);
    columns.push(Column { head: say!("report-largest-regret"), cells: all.map(largest).collect() });
    if let Some(target) = regret.target {
        let share = |share: &f64| crate::words::number::percent(*share);
        let head = say!("report-worlds-that-reach", target = regret.figure(target));
        columns.push(Column { head, cells: regret.reaches.iter().map(share).collect() });
    }
    columns
}
