namespace CodeRelay.Analysis;

/// <summary>Whether a fix may be applied unattended.</summary>
public enum FixSafety
{
    /// <summary>There is no fix.</summary>
    None,

    /// <summary>Keeps the meaning.</summary>
    Safe,

    /// <summary>May remove something that was meant.</summary>
    Unsafe,
}
