using YamlDotNet.RepresentationModel;

namespace CodeRelay.Analysis;

/// <summary>The settings under `relay:` of coderelay.yml: how handoffs travel.</summary>
public sealed record RelaySettings
{
    /// <summary>The git remote from which a session start fetches handoffs, or null for none.</summary>
    public string? Remote { get; init; }

    /// <summary>The hook events that write a handoff automatically.</summary>
    public IReadOnlyList<string> Automatic { get; init; } = ["pre-compact"];

    /// <summary>False when the daily check for a newer version is disabled.</summary>
    public bool ChecksForUpgrade { get; init; } = true;
}

/// <summary>Reads `relay:` of coderelay.yml.</summary>
internal static class RelaySettingsReader
{
    private static readonly string[] Occasions = ["pre-compact", "stop"];

    public static RelaySettings Read(YamlNode node)
    {
        var settings = new RelaySettings();
        foreach (var (key, value) in ConfigurationReader.Entries(node, "remote, automatic and upgrade-check"))
        {
            settings = key.Value switch
            {
                "remote" => settings with { Remote = ReadRemote(value) },
                "automatic" => settings with { Automatic = ReadOccasions(value) },
                "upgrade-check" => settings with { ChecksForUpgrade = ReadSwitch(value) },
                _ => throw ConfigurationReader.Unknown(key, "relay setting", ["remote", "automatic", "upgrade-check"]),
            };
        }

        return settings;
    }

    // Only the name of a remote: a URL in a committed file would let its author choose the server that users connect to.
    private static string ReadRemote(YamlNode node)
    {
        var name = ConfigurationReader.Scalar(node, "the name of a git remote");
        return name.Length > 0 && name[0] != '-' && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/') && !name.Contains("//", StringComparison.Ordinal)
            ? name
            : throw ConfigurationReader.Error(node, $"'{name}' is not the name of a git remote; valid is what `git remote` lists, such as origin");
    }

    private static string[] ReadOccasions(YamlNode node)
    {
        if (node is not YamlSequenceNode list)
            throw ConfigurationReader.Error(node, $"expected a list of {string.Join(", ", Occasions)}, found {ConfigurationReader.Describe(node)}");
        return [.. list.Children.Select(child => ConfigurationReader.Scalar(child, "an event") is var name && Occasions.Contains(name) ? name : throw ConfigurationReader.Unknown(child, "event", Occasions))];
    }

    private static bool ReadSwitch(YamlNode node) => ConfigurationReader.Scalar(node, "true or false") switch
    {
        "true" => true,
        "false" => false,
        _ => throw ConfigurationReader.Unknown(node, "value", ["true", "false"]),
    };
}
