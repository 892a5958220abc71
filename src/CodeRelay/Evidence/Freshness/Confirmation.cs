namespace CodeRelay.Evidence.Freshness;

/// <summary>Where the commit is at which a packet was confirmed.</summary>
internal enum ConfirmationState
{
    /// <summary>HEAD contains it.</summary>
    InHistory,

    /// <summary>It is here, but HEAD does not contain it: another branch, or a rebase.</summary>
    Elsewhere,

    /// <summary>It is not in this repository, or no commit id.</summary>
    Unknown,
}

/// <summary>What a packet's front matter says about having been read and found true.</summary>
/// <param name="Value">As written.</param>
/// <param name="Line">1-based line of the key.</param>
/// <param name="State">Where its commit is.</param>
internal sealed record Confirmation(string Value, int Line, ConfirmationState State);
