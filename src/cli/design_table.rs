//! The table of designs over the points of a sweep, as the terminal shows it.
//!
//! Invariant: no column averages over levers as if they were chance; if the points cannot give a number, the text says so. A claim over worlds
//! carries the doubt of the few runs in each.

use crate::say;
use crate::stats::sweep_points::Origin;
use crate::store::completion::Completion;
use crate::sweep::report::{PointsMeaning, Report as Designs};
use crate::words::number::{self, GLUE, apart, percents, range, signed};
use comfy_table::CellAlignment;

use super::table_style::{heads, ruled};

/// The table, and the design with the least regret.
pub(super) fn text(designs: &Designs, origin: &Origin, target: Option<f64>, completion: &Completion) -> String {
    // What a point is, as the word by which messages of the catalogue select their text.
    let each = match designs.meaning {
        PointsMeaning::Worlds | PointsMeaning::Crossed => "world",
        PointsMeaning::Settings => "setting",
        PointsMeaning::Mixed => "point",
    };
    let ends = designs.outcomes.iter().flat_map(|one| [one.level.p10, one.level.p90]);
    let (low, high) = ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), x| (a.min(x), b.max(x)));
    let write = |x: f64| apart(&origin.unit, &origin.currency, high - low, x);
    let over_worlds =
        designs.least.is_some() || matches!(designs.meaning, PointsMeaning::Worlds | PointsMeaning::Crossed);
    let mut row = heads(&say!("sweep-heads", each = each));
    if over_worlds {
        row.extend(heads(&say!("sweep-heads-worlds")));
        row.extend(target.map(|target| say!("sweep-head-reaches", target = write(target))));
    }
    row.extend(match designs.meaning {
        PointsMeaning::Settings => Some(say!("sweep-head-highest")),
        PointsMeaning::Crossed => Some(say!("sweep-head-least")),
        PointsMeaning::Worlds | PointsMeaning::Mixed => None,
    });
    let mut table = ruled(row);
    let gains = designs.outcomes.iter().filter_map(|one| one.gain);
    let span = gains.fold(0.0_f64, |most, gain| most.max(gain.p90.abs()).max(gain.p10.abs()));
    let percent = percents(span);
    let share = |share: f64| say!("sweep-share", share = number::percent(share), each = each);
    for one in &designs.outcomes {
        let mut row = vec![one.design.clone()];
        row.extend([one.level.p10, one.level.mean, one.level.p90].map(&write));
        row.push(one.gain.map_or(String::new(), |gain| {
            let part = |x: f64| signed(x, percent);
            let luck = one.luck.map_or(String::new(), |half| say!("sweep-luck", half = percent(half)));
            format!("{}{luck} ({})", part(gain.mean), range(&part(gain.p10), &part(gain.p90)))
        }));
        if over_worlds {
            row.push(match (one.ahead.map(&share), one.open.filter(|open| *open > 0.0)) {
                (Some(ahead), Some(open)) => say!("sweep-ahead-open", ahead = ahead, open = number::percent(open)),
                (ahead, _) => ahead.unwrap_or_default(),
            });
            row.push(one.regret.map_or(String::new(), &write));
            row.extend(one.reaches.map(share));
        }
        if matches!(designs.meaning, PointsMeaning::Settings | PointsMeaning::Crossed) {
            row.push(one.setting.join(", "));
        }
        table.add_row(row);
    }
    for column in 1..=3 {
        if let Some(column) = table.column_mut(column) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    let (headline, runs) = (&origin.headline, origin.replicates);
    let head = match designs.meaning {
        PointsMeaning::Crossed => say!("sweep-mean-crossed", headline = headline, runs = runs, worlds = designs.worlds),
        _ => say!("sweep-mean", headline = headline, runs = runs, points = completion.points, each = each),
    };
    let text = format!("{head}\n{}\n\n{}", table.trim_fmt(), regret(designs, target, &write));
    text.replace(GLUE, " ") + &failures(completion)
}

/// The line about levers and uncertainties that turn nothing; empty if each turns something.
pub(super) fn idle(names: &[String]) -> String {
    match names {
        [] => String::new(),
        names => say!("sweep-turns-nothing", count = names.len(), names = names.join(", ")) + "\n",
    }
}

/// The line about points that cannot be run; empty if there is none.
pub(super) fn failures(completion: &Completion) -> String {
    completion.failures().map_or(String::new(), |short| format!("{short}\n"))
}

/// The line about the design with the least regret, as far as the runs distinguish designs; empty if points are only settings.
fn regret(designs: &Designs, target: Option<f64>, write: &dyn Fn(f64) -> String) -> String {
    let Some((first, next, sure)) = designs.least else {
        return match (designs.meaning, target) {
            (PointsMeaning::Mixed, None) => say!("sweep-no-regret") + "\n",
            (PointsMeaning::Mixed, Some(target)) => say!("sweep-no-regret-no-reach", target = write(target)) + "\n",
            _ => String::new(),
        };
    };
    let lost = |d: usize| write(designs.outcomes[d].regret.unwrap_or(0.0));
    let (a, b) = (&designs.outcomes[first].design, &designs.outcomes[next].design);
    let (least, more) = (lost(first), lost(next));
    let line = if sure {
        say!("sweep-least-regret", design = a, least = least, other = b, more = more)
    } else if least == more {
        say!("sweep-regret-same", design = a, other = b, least = least)
    } else {
        say!("sweep-regret-near", design = a, other = b, least = least, more = more)
    };
    line + "\n"
}
