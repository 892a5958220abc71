namespace CodeRelay.Agents.Takeover;

/// <summary>The known ways in which handoffs fail.</summary>
internal static class FailureMode
{
    public const string VagueSummary = "F1";
    public const string MissingArtifacts = "F2";
    public const string NeedlessSwitch = "F3";
    public const string AssumedPortability = "F4";
    public const string RoleConfusion = "F5";

    /// <summary>The name of an id.</summary>
    public static string Name(string id) => id switch
    {
        VagueSummary => "vague summary instead of a contract",
        MissingArtifacts => "missing artifacts",
        NeedlessSwitch => "switch without a reason",
        AssumedPortability => "assumed portability",
        RoleConfusion => "role confusion",
        _ => throw new ArgumentOutOfRangeException(nameof(id), id, message: null),
    };
}
