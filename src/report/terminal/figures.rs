//! Numbers as people read them: three figures, thousands separators, a real minus.
//!
//! Invariant: what is not a number prints as a dash, never as NaN.

pub(super) use crate::charts::number::NOTHING;
use crate::charts::number::{self, GLUE, grouped};

/// To three figures: `9,400`, `15.3`, `1.23 bn`.
pub(super) fn figure(x: f64) -> String {
    let size = x.abs();
    match size {
        _ if !x.is_finite() => NOTHING.to_owned(),
        _ if size >= 999.5e12 => signed(x, format!("{size:.2e}")),
        _ if size >= 999.5e9 => signed(x, format!("{} tn", short(size / 1e12))),
        _ if size >= 999.5e6 => signed(x, format!("{} bn", short(size / 1e9))),
        _ if size >= 999.5 => signed(x, grouped(&rounded(size))),
        _ => signed(x, short(size)),
    }
}

/// The same number of decimals for a whole table: none where the largest has two figures or more.
pub(super) fn decimals(values: impl Iterator<Item = f64>) -> usize {
    match values.filter(|x| x.is_finite()).fold(0.0, |most: f64, x| most.max(x.abs())) {
        most if most >= 9.95 => 0,
        most if most >= 0.995 => 1,
        _ => 2,
    }
}

/// A level in a table of levels with so many decimals.
pub(super) fn level(x: f64, decimals: usize) -> String {
    if x.is_finite() && x.abs() < 999.5 { signed(x, format!("{:.decimals$}", x.abs())) } else { figure(x) }
}

/// A share as a signed percentage without its sign of percent: `+18`, `−0.4`, `0`.
pub(super) fn points(share: f64) -> String {
    let percent = share * 100.0;
    let plain = if percent.abs() < 0.95 { format!("{:.1}", percent.abs()) } else { figure(percent.abs().round()) };
    match plain.as_str() {
        "0.0" => "0".to_owned(),
        _ if !percent.is_finite() => NOTHING.to_owned(),
        _ if percent < 0.0 => format!("−{plain}"),
        _ => format!("+{plain}"),
    }
}

/// A share as a percentage: `81 %`.
pub(super) fn percent(share: f64) -> String {
    if share.is_finite() { format!("{} %", figure((share * 100.0).round())) } else { NOTHING.to_owned() }
}

/// A probability estimated from runs: never certain, so never 0 % and never 100 %.
pub(super) fn chance(share: f64) -> String {
    // A terminal's lines are wrapped at any blank.
    number::chance(share).replace(GLUE, " ")
}

/// An amount of money, with the currency's sign where it has one of its own.
pub(super) fn money(amount: f64, currency: &str) -> String {
    if !amount.is_finite() {
        return NOTHING.to_owned();
    }
    let sign = match currency {
        "CNY" => "¥",
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        other => other,
    };
    format!("{sign} {}", figure(amount))
}

/// A span of wall time: `2.9 s`, `1 min 12 s`, `2 h 5 min`.
pub(super) fn seconds(seconds: f64) -> String {
    let whole = seconds.round();
    if seconds < 9.95 {
        format!("{seconds:.1} s")
    } else if whole < 60.0 {
        format!("{whole:.0} s")
    } else if whole < 3600.0 {
        format!("{:.0} min {:.0} s", (whole / 60.0).floor(), whole % 60.0)
    } else {
        format!("{:.0} h {:.0} min", (whole / 3600.0).floor(), (whole % 3600.0 / 60.0).floor())
    }
}

/// A whole number with separators: `12,000`.
pub(super) fn count(n: u64) -> String {
    grouped(&n.to_string())
}

/// Below a thousand: three figures, without zeros at the end.
fn short(size: f64) -> String {
    let text = match size {
        s if s >= 99.95 => return format!("{s:.0}"),
        s if s >= 9.995 => format!("{s:.1}"),
        s => format!("{s:.2}"),
    };
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// From a thousand up: three figures, then zeros.
fn rounded(size: f64) -> String {
    let mut unit = 1.0;
    while size / unit >= 999.5 {
        unit *= 10.0;
    }
    format!("{:.0}", (size / unit).round() * unit)
}

fn signed(x: f64, plain: String) -> String {
    let zero = plain.chars().all(|c| c == '0' || c == '.');
    if x < 0.0 && !zero { format!("−{plain}") } else { plain }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_figures_with_separators_and_a_real_minus() {
        let told = [9_412.0, 15.33, 0.0, -4.0, 1_234_567.0, 1.234e9, 2.5e12, 3.1e17, 999.6, 0.05, -0.001].map(figure);
        let meant = ["9,410", "15.3", "0", "−4", "1,230,000", "1.23 bn", "2.5 tn", "3.10e17", "1,000", "0.05", "0"];
        assert_eq!(told, meant);
    }

    #[test]
    fn a_chance_is_never_certain() {
        assert_eq!([64.5 / 65.0, 1.0, 0.0, 0.5 / 65.0, 0.463].map(chance), ["99 %", "99 %", "1 %", "1 %", "46 %"]);
    }

    #[test]
    fn gains_carry_their_sign() {
        assert_eq!([0.18, -0.09, 0.004, -0.0001, 12.5].map(points), ["+18", "−9", "+0.4", "0", "+1,250"]);
    }

    #[test]
    fn what_is_not_a_number_is_a_dash() {
        assert_eq!([figure(f64::NAN), points(f64::INFINITY), percent(f64::NAN), money(f64::NAN, "CNY")], [NOTHING; 4]);
    }

    #[test]
    fn wall_time_is_told_in_two_units_at_most() {
        assert_eq!([2.94, 41.7, 72.0, 7_500.0].map(seconds), ["2.9 s", "42 s", "1 min 12 s", "2 h 5 min"]);
    }
}
