import Testing

/// The tests of this module run one after another: each has servers of its own, and others run beside.
@Suite(.serialized) struct OneByOne {}
