namespace CodeRelay.Agents.Setup.Doctor;

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">What; one word, the same in every run.</param>
/// <param name="Level">How bad it is.</param>
/// <param name="Text">What was found.</param>
/// <param name="Advice">What to do, or null where nothing is to be done.</param>
internal sealed record DoctorCheck(string Name, CheckLevel Level, string Text, string? Advice = null)
{
    /// <summary>The id of the runtime that it is about, or null when it is about all.</summary>
    public string? Runtime { get; init; }
}

/// <summary>How bad it is.</summary>
internal enum CheckLevel
{
    Ok,

    /// <summary>It works, but not as well as it could, or something is left to the user.</summary>
    Warn,

    /// <summary>A hook or a handoff will not work until this is mended.</summary>
    Problem,
}
