//! How texts and tables are damaged.
//!
//! A scenario is damaged as people damage theirs: a value of another kind, a key of another table, a line lost, doubled or misspelt, a
//! bracket forgotten, a quote too many. The lines of all scenarios are the material, so that every table of the language takes part.

use super::luck::Luck;

/// Values that a user may write anywhere.
const VALUES: &[&str] = &[
    "0",
    "-0.0",
    "1",
    "-1",
    "0.5",
    "2",
    "1e300",
    "-1e300",
    "1e-320",
    "nan",
    "-inf",
    "inf",
    "9223372036854775807",
    "-9223372036854775808",
    "9223372036854775808",
    "4294967296",
    "1_000_000",
    "0x10",
    "\"\"",
    "\" \"",
    "\"0\"",
    "\"1 week\"",
    "\"0 days\"",
    "\"-3 months\"",
    "\"1e12 years\"",
    "\"0.1 per year\"",
    "\"nan per year\"",
    "\"5 per week\"",
    "\"-5 per 0 days\"",
    "\"30 days",
    "2027-01-04",
    "9999-12-31",
    "0001-01-01",
    "2027-02-29",
    "2027-01-04T10:00:00Z",
    "\"2027-13-01\"",
    "10:00:00",
    "true",
    "false",
    "\"on\"",
    "\"off\"",
    "[]",
    "{}",
    "[1, 2]",
    "[0]",
    "[[]]",
    "[\"a\", 1]",
    "{ low = 1, high = 0 }",
    "{ a = { b = 1 } }",
    "\"a\\nb\"",
    "\"\\u001b[31m\"",
    "\"\\u202e\"",
    "\"\\u0000\"",
    "\"造势\"",
    "\"𠮷 👩‍👩‍👧\"",
    "\"../../etc/passwd\"",
    "\"/dev/zero\"",
    "\".\"",
    "\"a > 1\"",
    "\"members > 10 for 400 weeks\"",
    "\"members / 0 > 1\"",
    "\"year 2\"",
    "\"((((((((\"",
    "'''",
    "\"\"\"",
    "\"$(X) `x` ; rm\"",
    "16",
    "17",
    "255",
    "256",
    "65536",
];

/// Characters that break things.
const SIGNS: &[&str] = &[
    "{", "}", "[", "]", "\"", "'", "=", ",", ".", "#", "\n", "\r", "\t", "\\", "\u{feff}", "\u{0}", "-", "%", "<", "&",
    "é", "造", "\u{2028}", "\u{1b}",
];

/// The lines of all scenarios of the repository.
pub(super) struct Words {
    lines: Vec<String>,
}

impl Words {
    pub(super) fn read() -> Words {
        let mut lines = Vec::new();
        for folder in ["scenarios", "scenarios/presets", "tests/it/wrong"] {
            let mut files: Vec<_> =
                std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
            files.sort();
            for file in files.iter().filter(|file| file.extension().is_some_and(|is| is == "toml")) {
                let text = std::fs::read_to_string(file).unwrap();
                let useful = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
                lines.extend(text.lines().filter(useful).map(str::to_owned));
            }
        }
        lines.sort();
        lines.dedup();
        assert!(lines.len() > 1000, "only {} lines", lines.len());
        Words { lines }
    }

    /// One or two settings of the command line.
    pub(super) fn settings(&self, luck: &mut Luck) -> Vec<String> {
        let mut out = Vec::new();
        for _ in 0..=luck.below(2) {
            let line = luck.of_slice(&self.lines).trim().to_owned();
            let setting = match line.split_once('=') {
                Some((key, _)) if luck.one_in(2) => {
                    format!("{}={}", key.trim().trim_matches('"'), luck.of_slice(VALUES))
                }
                Some((key, value)) => format!("{}={}", key.trim().trim_matches('"'), value.trim()),
                None => line.trim_matches(['[', ']']).to_owned(),
            };
            // The system gives no program an argument with a zero in it.
            if !setting.contains('\0') {
                out.push((*luck.of_slice(&["--set", "--with"])).to_owned());
                out.push(setting);
            }
        }
        out
    }
}

/// Damages a scenario one to four times.
pub(super) fn scenario(text: &str, words: &Words, luck: &mut Luck) -> Vec<u8> {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for _ in 0..=luck.below(4) {
        if lines.is_empty() {
            break;
        }
        let at = luck.below(lines.len());
        match luck.below(14) {
            0 => {
                lines.remove(at);
            }
            1 => lines.insert(at, lines[at].clone()),
            2 | 3 => lines.insert(at, luck.of_slice(&words.lines).clone()),
            4 => {
                let to = luck.below(lines.len());
                lines.swap(at, to);
            }
            5 => lines[at] = misspelt(&lines[at], luck),
            6 => lines[at] = with_sign(&lines[at], luck),
            7 => {
                let from = luck.below(lines.len());
                let part: Vec<String> = lines[from..].iter().take(1 + luck.below(12)).cloned().collect();
                lines.splice(at..at, part);
            }
            8 => lines.truncate(at),
            9 => lines[at] = at_number(&lines[at], luck),
            _ => {
                // The value of a key; a line without one gets a key that it did not have.
                let line = lines[at].clone();
                let value = *luck.of_slice(VALUES);
                match line.split_once('=') {
                    Some((key, _)) if !line.trim_start().starts_with('#') => lines[at] = format!("{key}= {value}"),
                    _ => {
                        let key = luck.of_slice(&words.lines);
                        let key = key.split_once('=').map_or("title", |(key, _)| key);
                        lines.insert(at + 1, format!("{key}= {value}"));
                    }
                }
            }
        }
    }
    let end = if luck.one_in(10) { "\r\n" } else { "\n" };
    lines.join(end).into_bytes()
}

/// Damages a table one to three times.
pub(super) fn data(table: &[u8], luck: &mut Luck) -> Vec<u8> {
    const CELLS: &[&str] = &[
        "",
        " ",
        "NA",
        "nan",
        "inf",
        "-inf",
        "1e308",
        "1e300",
        "-1",
        "1,5",
        "\"1,200\"",
        "1 200",
        "2027-01-04",
        "2027-13-01",
        "04/01/2027",
        "x",
        "\"",
        "\"a\nb\"",
        "0x10",
        "99999999999999999999",
        "\u{feff}",
        "\0",
        "造",
    ];
    let text = String::from_utf8_lossy(table).into_owned();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for _ in 0..=luck.below(3) {
        if lines.is_empty() {
            break;
        }
        let at = luck.below(lines.len());
        match luck.below(8) {
            0 => {
                lines.remove(at);
            }
            1 => lines.insert(at, lines[at].clone()),
            2 => {
                let separator: &str = luck.of_slice::<&str>(&[";", "\t", " ", ",,", "|"]);
                lines[at] = lines[at].replace(',', separator);
            }
            3 => {
                lines.remove(0);
            }
            4 => lines.truncate(at),
            5 => lines = lines.iter().map(|line| line.replace(',', ";")).collect(),
            _ => {
                let mut cells: Vec<String> = lines[at].split(',').map(str::to_owned).collect();
                let cell = luck.below(cells.len());
                cells[cell] = (*luck.of_slice(CELLS)).to_owned();
                lines[at] = cells.join(",");
            }
        }
    }
    let mut out = lines.join("\n").into_bytes();
    if luck.one_in(12) {
        bytes(&mut out, luck);
    }
    out
}

/// Puts a byte where it may be no text.
pub(super) fn bytes(text: &mut Vec<u8>, luck: &mut Luck) {
    let at = luck.below(text.len() + 1);
    text.insert(at, *luck.of_slice(&[0xFF, 0xC3, 0x80, 0xFE, 0x00, 0xED]));
}

/// A letter lost, doubled or changed.
fn misspelt(line: &str, luck: &mut Luck) -> String {
    let mut letters: Vec<char> = line.chars().collect();
    if letters.is_empty() {
        return String::new();
    }
    let at = luck.below(letters.len());
    match luck.below(3) {
        0 => {
            letters.remove(at);
        }
        1 => letters.insert(at, letters[at]),
        _ => letters[at] = char::from(b'a' + luck.below(26) as u8),
    }
    letters.into_iter().collect()
}

/// A sign where none belongs, or a bracket or quote lost.
fn with_sign(line: &str, luck: &mut Luck) -> String {
    let places: Vec<usize> =
        line.char_indices().filter(|(_, sign)| "{}[]\"',=".contains(*sign)).map(|(at, _)| at).collect();
    let mut out = line.to_owned();
    if !places.is_empty() && luck.one_in(2) {
        out.remove(*luck.of_slice(&places));
        return out;
    }
    let ends: Vec<usize> = line.char_indices().map(|(at, _)| at).chain([line.len()]).collect();
    out.insert_str(*luck.of_slice(&ends), luck.of_slice::<&str>(SIGNS));
    out
}

/// Another number in the place of the first.
fn at_number(line: &str, luck: &mut Luck) -> String {
    let Some(from) = line.find(|sign: char| sign.is_ascii_digit()) else { return line.to_owned() };
    let to = line[from..].find(|sign: char| !sign.is_ascii_digit()).map_or(line.len(), |length| from + length);
    format!("{}{}{}", &line[..from], luck.of_slice(&["0", "-1", "7", "999999999999", "1e300", "0.0001"]), &line[to..])
}
