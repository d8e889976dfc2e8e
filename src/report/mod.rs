//! Where results are shown: the terminal, and one page for the browser and for print.
//!
//! Invariant: nothing here computes; every number comes from the [`Summary`](crate::stats::Summary), every picture from the
//! charts. The page loads nothing from anywhere and needs no font of the viewer's.

mod html;
pub mod terminal;

pub use html::html;
