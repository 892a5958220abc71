namespace CodeRelay.Cli.CommandLine;

/// <summary>The purpose of a verb; help and documentation list the verbs under these headings, in this order.</summary>
internal enum VerbGroup
{
    Everyday,
    Packet,
    Handoffs,
    Setup,
    Programs,
}

/// <summary>The headings of the groups.</summary>
internal static class VerbGroups
{
    public static IReadOnlyList<VerbGroup> All { get; } = [VerbGroup.Everyday, VerbGroup.Packet, VerbGroup.Handoffs, VerbGroup.Setup, VerbGroup.Programs];

    public static string Title(this VerbGroup group) => group switch
    {
        VerbGroup.Everyday => "Everyday",
        VerbGroup.Packet => "Packet",
        VerbGroup.Handoffs => "Handoffs",
        VerbGroup.Setup => "Setup",
        _ => "For programs",
    };
}
