//! A metric's title in other words: inside a sentence, and without the words that mark a running total.
//!
//! Invariant: what is said of a title is said of an expression of several metrics too, because its title is made of theirs.

use crate::say;

/// The title inside a sentence: "partners’ revenue" for "Revenue of partners so far", "deeds (answer)" for "Deeds: answer".
pub fn spoken(title: &str) -> String {
    let title = without_so_far(title).trim_end_matches([' ', ',']);
    if let Some((what, which)) = title.split_once(": ") {
        // A colon inside the name would break the sentence around it.
        return say!("metrics-of-one", what = uncapitalised(what), which = which);
    }
    match title.split(' ').collect::<Vec<_>>().as_slice() {
        [what, "of", whose] if whose.ends_with('s') => {
            say!("metrics-of-many", what = uncapitalised(what), whose = *whose)
        }
        _ => uncapitalised(title),
    }
}

/// A title without the words at its end that mark a running total.
pub fn without_so_far(title: &str) -> &str {
    title.trim_end_matches(&say!("metrics-so-far"))
}

/// With a large first letter.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// With a small first letter, unless the second letter shows that the word is all capitals.
fn uncapitalised(text: &str) -> String {
    let mut letters = text.chars();
    let second_is_small = text.chars().nth(1).is_none_or(|c| !c.is_uppercase());
    match letters.next() {
        Some(first) if second_is_small => first.to_lowercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}
