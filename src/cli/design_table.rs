//! How designs fare over the points of a sweep, as the terminal shows it.
//!
//! Invariant: no column averages over our own levers as if they were chance; what the points cannot tell is said to be so.

use comfy_table::{CellAlignment, Table};
use zaoshi::stats::sweep_points::Origin;
use zaoshi::store::completion::Ran;
use zaoshi::sweep::report::{Told, Turned};
use zaoshi::words::number::{GLUE, apart, many, percents, range, signed};

use super::table_style::{RULED, fitted};

/// The table, and who has least to regret.
pub(super) fn shown(told: &Told, origin: &Origin, target: Option<f64>, ran: &Ran) -> String {
    let each = match told.turned {
        Turned::Worlds | Turned::Crossed => "world",
        Turned::Settings => "setting",
        Turned::Mixed => "point",
    };
    let mut table: Table = fitted(RULED);
    let ends = told.fared.iter().flat_map(|one| [one.level.p10, one.level.p90]);
    let (low, high) = ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), x| (a.min(x), b.max(x)));
    let write = |x: f64| apart(&origin.unit, &origin.currency, high - low, x);
    let over_worlds = told.least.is_some() || matches!(told.turned, Turned::Worlds | Turned::Crossed);
    let mut heads = vec!["design".to_owned(), "P10".to_owned(), "P50".to_owned(), "P90".to_owned()];
    heads.push(format!("gain over {each}s (80 %)"));
    if over_worlds {
        heads.extend(["ahead at".to_owned(), "largest regret".to_owned()]);
        heads.extend(target.map(|target| format!("reaches {} at", write(target))));
    }
    heads.extend(match told.turned {
        Turned::Settings => Some("highest where".to_owned()),
        Turned::Crossed => Some("least to regret where".to_owned()),
        Turned::Worlds | Turned::Mixed => None,
    });
    table.set_header(heads);
    let gains = told.fared.iter().filter_map(|one| one.gain);
    let span = gains.fold(0.0_f64, |most, gain| most.max(gain.p90.abs()).max(gain.p10.abs()));
    let percent = percents(span);
    let share = |share: f64| format!("{} of {each}s", zaoshi::words::number::percent(share));
    for one in &told.fared {
        let mut row = vec![one.design.clone()];
        row.extend([one.level.p10, one.level.p50, one.level.p90].map(&write));
        row.push(one.gain.map_or(String::new(), |gain| {
            let part = |x: f64| signed(x, percent);
            format!("{} ({})", part(gain.p50), range(&part(gain.p10), &part(gain.p90)))
        }));
        if over_worlds {
            row.push(one.ahead.map_or(String::new(), share));
            row.push(one.regret.map_or(String::new(), &write));
            row.extend(one.reaches.map(share));
        }
        if matches!(told.turned, Turned::Settings | Turned::Crossed) {
            row.push(one.setting.join(", "));
        }
        table.add_row(row);
    }
    for column in 1..=3 {
        if let Some(column) = table.column_mut(column) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    let runs = many(origin.replicates, "paired run");
    let head = match told.turned {
        Turned::Crossed => {
            format!(
                "mean of {runs} in each of {}, each design at its setting with the least to regret",
                many(told.worlds, "world")
            )
        }
        _ => format!("mean of {runs} at each of {}", many(ran.points, each)),
    };
    let text = format!("{}, {head}\n{}\n\n{}", origin.headline, table.trim_fmt(), regretted(told, target, &write));
    text.replace(GLUE, " ") + &short(ran)
}

/// The line that says which points could not be run; nothing where there is none.
pub(super) fn short(ran: &Ran) -> String {
    ran.short().map_or(String::new(), |short| format!("{short}\n"))
}

/// Who has least to regret, as far as the runs can tell.
fn regretted(told: &Told, target: Option<f64>, write: &dyn Fn(f64) -> String) -> String {
    let Some((first, next, sure)) = told.least else {
        return match told.turned {
            Turned::Mixed => {
                let reach =
                    target.map_or(String::new(), |t| format!(", nor the share of worlds that reach {}", write(t)));
                format!(
                    "Each point turns levers of ours and the world at once, so it is no choice over worlds: no regret is told{reach}. Cross every \
                     setting with every world: --set plan.sampling=grid\n"
                )
            }
            _ => String::new(),
        };
    };
    let lost = |d: usize| write(told.fared[d].regret.unwrap_or(0.0));
    let (a, b) = (&told.fared[first].design, &told.fared[next].design);
    if sure {
        format!("Least to regret: {a} gives away at most {} in any world, {b} up to {}\n", lost(first), lost(next))
    } else {
        format!(
            "Least to regret: {a} and {b} cannot be told apart by these runs; they give away {} at most\n",
            if lost(first) == lost(next) { lost(first) } else { format!("{} and {}", lost(first), lost(next)) }
        )
    }
}
