//! Numbers as a board reads them: three figures, thousands separators, a unit.
//!
//! Always: a minus is a minus sign, not a hyphen; a chance is never printed as certain; a value that is not a number is a dash; a number
//! and its unit stay on one line.

use jiff::civil::Date;

/// A space that does not break.
pub const GLUE: char = '\u{a0}';

/// Printed if there is nothing to say.
pub const NOTHING: &str = "—";

/// A plain number to three figures: `1,230`, `37.2`, `0.53`, `3.01 million`.
pub fn figure(x: f64) -> String {
    if !x.is_finite() {
        return NOTHING.to_owned();
    }
    let sign = if x < 0.0 { "−" } else { "" };
    let size = rounded(x.abs());
    match size {
        s if s >= 1e12 => format!("{sign}{}{GLUE}trillion", digits(s / 1e12)),
        s if s >= 1e9 => format!("{sign}{}{GLUE}billion", digits(s / 1e9)),
        s if s >= 1e6 => format!("{sign}{}{GLUE}million", digits(s / 1e6)),
        0.0 => "0".to_owned(),
        s => format!("{sign}{}", digits(s)),
    }
}

/// A number of people: whole from ten on, one decimal below.
pub fn count(x: f64) -> String {
    let x = if x.abs() < 9.95 { (x * 10.0).round() / 10.0 } else { x };
    if x.abs() >= 9.95 && x.abs() < 999.5 { figure(x.round()) } else { figure(x) }
}

/// A number of things: `1 run`, `12,000 runs`.
pub fn many(n: usize, what: &str) -> String {
    format!("{} {what}{}", grouped(&n.to_string()), if n == 1 { "" } else { "s" })
}

/// A share as a percentage.
pub fn percent(x: f64) -> String {
    if !x.is_finite() {
        return NOTHING.to_owned();
    }
    let points = x * 100.0;
    let shown = if points.abs() >= 0.95 { points.round() } else { (points * 10.0).round() / 10.0 };
    format!("{}{GLUE}%", figure(shown))
}

/// How to write shares as percentages: with enough decimals to distinguish numbers whose range is `span`.
pub fn percents(span: f64) -> fn(f64) -> String {
    fn decimals(x: f64, parts: f64) -> String {
        if x.is_finite() {
            format!("{}{GLUE}%", figure((x * 100.0 * parts).round() / parts))
        } else {
            NOTHING.to_owned()
        }
    }
    match span.abs() {
        s if s >= 0.1 || s == 0.0 || s.is_nan() => percent,
        s if s >= 0.005 => |x| decimals(x, 10.0),
        _ => |x| decimals(x, 100.0),
    }
}

/// A round number of an axis, exactly: 7.5 is not 8.
pub fn tick(unit: &str, currency: &str, x: f64) -> String {
    match unit {
        "share" => format!("{}{GLUE}%", figure(x * 100.0)),
        "money" => money(currency, x),
        unit if unit == currency => money(currency, x),
        _ => figure(x),
    }
}

/// A round number of an axis of differences, with its sign.
pub fn signed_tick(unit: &str, currency: &str, x: f64) -> String {
    format!("{}{}", if x > 1e-12 { "+" } else { "" }, tick(unit, currency, x))
}

/// A value in the unit of a metric, with enough decimals to distinguish numbers whose range is `span`.
pub fn apart(unit: &str, currency: &str, span: f64, x: f64) -> String {
    let places = (1.0 - libm::log10(span.abs())).ceil().clamp(0.0, 4.0);
    match unit {
        "share" => percents(span)(x),
        "money" => money(currency, x),
        unit if unit == currency => money(currency, x),
        _ if !x.is_finite() || !places.is_finite() || span == 0.0 => value(unit, currency, x),
        // Three figures are enough to distinguish them.
        _ if places == 0.0 && span.abs() > 0.02 * x.abs() => value(unit, currency, x),
        _ if x.abs() >= 1e6 => figure(x),
        _ => {
            let text = format!("{:.1$}", x.abs(), places as usize);
            let (whole, part) =
                text.split_once('.').map_or((text.as_str(), String::new()), |(w, p)| (w, format!(".{p}")));
            let sign = if x < 0.0 && text.contains(|c: char| ('1'..='9').contains(&c)) { "−" } else { "" };
            format!("{sign}{}{part}", grouped(whole))
        }
    }
}

/// A chance as a percentage, between 1 % and 99 %: runs never prove certainty.
pub fn chance(x: f64) -> String {
    if !x.is_finite() {
        return NOTHING.to_owned();
    }
    format!("{}{GLUE}%", (x * 100.0).round().clamp(1.0, 99.0))
}

/// With a sign: `+18`, `−3`, `0`.
pub fn signed(x: f64, write: fn(f64) -> String) -> String {
    let text = write(x);
    let zero = !text.contains(|c: char| ('1'..='9').contains(&c));
    if x > 0.0 && !zero {
        format!("+{text}")
    } else if zero {
        text.trim_start_matches('−').to_owned()
    } else {
        text
    }
}

/// A value in the unit of a metric, with the words of the unit left out.
pub fn value(unit: &str, currency: &str, x: f64) -> String {
    match unit {
        "share" => percent(x),
        "money" => money(currency, x),
        unit if unit == currency => money(currency, x),
        "people" | "organisations" => count(x),
        _ => figure(x),
    }
}

/// A unit as an axis names it; empty for shares and money, because each number includes it.
pub fn unit(unit: &str) -> &str {
    if ["share", "money"].contains(&unit) { "" } else { unit }
}

/// An amount of money.
pub fn money(currency: &str, x: f64) -> String {
    let mark = match currency {
        "CNY" | "JPY" => "¥",
        "EUR" => "€",
        "USD" => "$",
        "GBP" => "£",
        "INR" => "₹",
        other => other,
    };
    let text = figure(x.abs());
    let sign = if x < 0.0 && text != "0" { "−" } else { "" };
    if x.is_finite() { format!("{sign}{mark}{GLUE}{text}") } else { text }
}

/// A span of wall time: `2.9 s`, `1 min 12 s`, `2 h 5 min`.
pub fn wall_time(seconds: f64) -> String {
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

/// `18 to 24`; the unit, or the million, is written once if both ends share it.
pub fn range(low: &str, high: &str) -> String {
    if low == high {
        return low.to_owned();
    }
    match (low.rsplit_once(GLUE), high.rsplit_once(GLUE)) {
        (Some((bare, unit)), Some((_, same))) if unit == same && bare.ends_with(char::is_numeric) => {
            // The mark of the currency is also written once: `¥ 121 to 127 million`.
            let mark =
                |text: &str| text.split_once(GLUE).map(|(mark, _)| mark.trim_start_matches(['+', '−']).to_owned());
            let mark = mark(bare).filter(|mark| !mark.is_empty() && !mark.starts_with(char::is_numeric));
            let high = match mark {
                Some(mark) => high.replacen(&format!("{mark}{GLUE}"), "", 1),
                None => high.to_owned(),
            };
            format!("{bare} to {high}")
        }
        _ => format!("{low} to {high}"),
    }
}

/// `Dec 2029`.
pub fn month(date: Date) -> String {
    format!("{} {}", &name(date)[..3], date.year())
}

/// `December 2029`.
pub fn long_month(date: Date) -> String {
    format!("{} {}", name(date), date.year())
}

fn name(date: Date) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    NAMES[(date.month().clamp(1, 12) - 1) as usize]
}

/// To three significant figures.
fn rounded(x: f64) -> f64 {
    if x == 0.0 {
        return 0.0;
    }
    // Through text: the rounding of decimal digits is then exact.
    format!("{x:.2e}").parse().unwrap_or(x)
}

/// At most three figures, with thousands separators and without trailing zeros.
fn digits(x: f64) -> String {
    let places = match x {
        x if x >= 100.0 => 0,
        x if x >= 10.0 => 1,
        x if x >= 1.0 => 2,
        _ => 3,
    };
    let text = format!("{x:.places$}");
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let whole = grouped(whole);
    let part = part.trim_end_matches('0');
    if part.is_empty() { whole } else { format!("{whole}.{part}") }
}

/// A whole number's digits with thousands separators.
pub(crate) fn grouped(digits: &str) -> String {
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tick_is_printed_as_it_is() {
        assert_eq!(tick("share", "CNY", 0.075).replace(GLUE, " "), "7.5 %");
        assert_eq!(tick("people", "CNY", 12.5), "12.5");
        assert_eq!(tick("money", "CNY", 2500.0).replace(GLUE, " "), "¥ 2,500");
    }

    #[test]
    fn numbers_that_lie_close_together_are_told_apart() {
        let said = |span: f64, x: f64| apart("people", "CNY", span, x);
        assert_eq!((said(0.3, 27.04), said(0.3, 27.31)), ("27.04".to_owned(), "27.31".to_owned()));
        assert_eq!((said(8.0, 1_234.0), said(8.0, 1_238.2)), ("1,234.0".to_owned(), "1,238.2".to_owned()));
        assert_eq!((said(0.0, 27.04), said(500.0, 1_234.0)), ("27".to_owned(), "1,230".to_owned()));
        assert_eq!(
            [0.2, 0.03, 0.002].map(|span| percents(span)(0.0123).replace(GLUE, " ")),
            ["1 %", "1.2 %", "1.23 %"]
        );
    }

    #[test]
    fn a_range_says_its_unit_once() {
        let glued = |text: &str| text.replace(' ', "\u{a0}");
        let said = |low: &str, high: &str| range(&glued(low), &glued(high)).replace(GLUE, " ");
        assert_eq!(said("120 million", "126 million"), "120 to 126 million");
        assert_eq!(said("3 %", "7 %"), "3 to 7 %");
        assert_eq!(said("900,000", "1.2 million"), "900,000 to 1.2 million");
        assert_eq!(said("¥ 900", "¥ 900,000"), "¥ 900 to ¥ 900,000");
        assert_eq!(said("+5 %", "+5 %"), "+5 %");
        assert_eq!(said("¥ 121 million", "¥ 127 million"), "¥ 121 to 127 million");
        assert_eq!(said("−¥ 12.9 million", "−¥ 7.6 million"), "−¥ 12.9 to −7.6 million");
    }
}
