namespace CodeRelay.Evidence.Freshness;

/// <summary>The location of the commit at which a packet was confirmed.</summary>
internal enum ConfirmationState
{
    /// <summary>HEAD contains it.</summary>
    InHistory,

    /// <summary>It exists here, but HEAD does not contain it: another branch, or a rebase.</summary>
    Elsewhere,

    /// <summary>It does not exist in this repository, or is not a commit id.</summary>
    Unknown,
}

/// <summary>A packet's front matter entry that the packet was reviewed and still holds.</summary>
/// <param name="Value">As written.</param>
/// <param name="Line">1-based line of the key.</param>
/// <param name="State">The location of its commit.</param>
internal sealed record Confirmation(string Value, int Line, ConfirmationState State);
