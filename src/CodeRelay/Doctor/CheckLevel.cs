namespace CodeRelay.Doctor;

/// <summary>How bad it is.</summary>
public enum CheckLevel
{
    Ok,

    /// <summary>It works, but not as well as it could, or something is left to the user.</summary>
    Warn,

    /// <summary>A hook or a handoff will not work until this is mended.</summary>
    Problem,
}
