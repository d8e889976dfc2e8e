//! Names: which are valid, which one a misspelt name means, and lists of names in a sentence.
//!
//! Invariant: a name that [`is_kebab`] allows holds no dot, so a path of such names splits in one way only.

use crate::say;

/// From this similarity on, the most similar name is taken; below it, a name that begins with the found text comes first.
const ALIKE: f64 = 0.8;
/// Below this similarity no name is near.
const FAR: f64 = 0.6;
/// Shortest text that may be taken for the beginning of a name, letters.
const LETTERS: usize = 3;

/// The name that was probably meant: the most similar one, or the first that continues `found` with another word; `None` if none is near.
pub fn nearest<'a>(found: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |text: &str| text.to_lowercase().replace('_', "-");
    let found = plain(found);
    let (mut near, mut begins) = ((0.0, None), None);
    for name in names {
        let other = plain(name);
        let alike = strsim::normalized_damerau_levenshtein(&found, &other);
        if alike > near.0 {
            near = (alike, Some(name));
        }
        if found.chars().count() >= LETTERS && other.strip_prefix(&found).is_some_and(|rest| rest.starts_with(JOINTS)) {
            begins = begins.or(Some(name));
        }
    }
    near.1.filter(|_| near.0 >= ALIKE).or(begins).or(near.1.filter(|_| near.0 >= FAR))
}

/// Separators of the words of a name.
const JOINTS: [char; 3] = ['-', ':', '.'];

/// How the last item of a list is joined to those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Join {
    /// All of them.
    And,
    /// Any of them.
    Or,
}

/// A list of words in quotes: `"a", "b" or "c"`.
pub(super) fn quoted_list(words: &[&str], join: Join) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    list(&words, join)
}

/// A list of words: `a, b and c`.
pub(super) fn list(words: &[String], join: Join) -> String {
    match words {
        [] => say!("mistake-list-none"),
        [one] => one.clone(),
        [head @ .., last] => match join {
            Join::And => say!("mistake-list-and", head = head.join(", "), last = last),
            Join::Or => say!("mistake-list-or", head = head.join(", "), last = last),
        },
    }
}

/// Words of lower-case letters and digits, joined by single hyphens.
pub(super) fn is_kebab(name: &str) -> bool {
    name.split('-').all(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()))
}

/// A sentence of a knob without its full stop and with a small first letter, as the end of another sentence.
pub(super) fn sentence(says: &str) -> String {
    let mut letters = says.trim_end_matches('.').chars();
    letters.next().map(|first| first.to_lowercase().collect::<String>() + letters.as_str()).unwrap_or_default()
}

/// The path without its last key.
pub(super) fn parent(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(parent, _)| parent)
}

/// The last key of a path.
pub(super) fn last(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_name_is_near_that_is_nearly_spelt_so_or_begins_so_and_none_else() {
        let names = ["active-people", "active-staff", "got:research", "exited:user.kol", "members", "members:users"];
        for (found, meant) in [
            ("active-poeple", Some("active-people")),
            ("active_staf", Some("active-staff")),
            ("active", Some("active-people")),
            ("member", Some("members")),
            ("exited", Some("exited:user.kol")),
            ("xx", None),
            ("ac", None),
            ("true", None),
        ] {
            assert_eq!(nearest(found, names), meant, "{found}");
        }
    }
}
