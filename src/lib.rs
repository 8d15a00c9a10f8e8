//! giji
