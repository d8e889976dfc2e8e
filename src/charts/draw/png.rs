//! A drawing as PNG.
//!
//! Always: texts that the program's own fonts cover are outlines, so no font is looked for and the same drawing gives the same pixels on
//! every machine. Only a text with other letters is set by a shaper in fonts that were found for it; if they are wider than the text's
//! place, it is set smaller.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{FontResolver, Group, Node, Options, Tree};

use super::Canvas;
use super::fonts::{Fonts, Found};
use super::text;
use crate::error::Error;
use crate::say;

/// Draws a canvas at its own size.
pub fn png(canvas: &Canvas, fonts: &Fonts) -> Result<Vec<u8>, Error> {
    let tree = tree(canvas, fonts)?;
    let size = tree.size().to_int_size();
    let mut paper = Pixmap::new(size.width(), size.height()).ok_or_else(|| fault(say!("chart-no-size")))?;
    resvg::render(&tree, Transform::identity(), &mut paper.as_mut());
    paper.encode_png().map_err(fault)
}

fn tree(canvas: &Canvas, fonts: &Fonts) -> Result<Tree, Error> {
    let missing = canvas.missing();
    if missing.is_empty() {
        return Tree::from_str(&canvas.outlined(&Default::default(), &[]), &Options::default()).map_err(fault);
    }
    let found = fonts.find(&missing);
    let parse = |sizes: &[f64]| {
        let options = Options {
            font_family: text::FAMILY.to_owned(),
            fontdb: Arc::clone(&found.database),
            font_resolver: resolver(&found),
            ..Options::default()
        };
        Tree::from_str(&canvas.outlined(&found.faces, sizes), &options).map_err(fault)
    };
    let tree = parse(&[])?;
    let set = widths(tree.root());
    let room = canvas.written().iter().filter(|w| text::missing(&w.text).iter().any(|c| found.faces.contains_key(c)));
    let sizes: Vec<f64> = set.iter().zip(room).map(|(wide, w)| (w.area.width() / wide.max(1.0)).min(1.0)).collect();
    if sizes.iter().all(|size| *size >= 1.0) { Ok(tree) } else { parse(&sizes) }
}

/// Own fonts first; a letter that they lack is set in the face that was found for it.
fn resolver(found: &Found) -> FontResolver<'_> {
    FontResolver {
        select_font: FontResolver::default_font_selector(),
        select_fallback: Box::new(|letter, used, database| {
            let other = found.faces.get(&letter).copied().filter(|id| !used.contains(id));
            other.or_else(|| FontResolver::default_fallback_selector()(letter, used, database))
        }),
    }
}

/// The widths of the texts of a drawing, px.
fn widths(group: &Group) -> Vec<f64> {
    let of = |node: &Node| match node {
        Node::Group(inner) => widths(inner),
        Node::Text(text) => vec![f64::from(text.bounding_box().width())],
        _ => Vec::new(),
    };
    group.children().iter().flat_map(of).collect()
}

fn fault(says: impl ToString) -> Error {
    Error::Drawing { what: say!("chart-as-png"), says: says.to_string() }
}
