using CodeRelay.Documents;
using CodeRelay.Packets;

namespace CodeRelay.Agents.Setup.Scaffolding;

/// <summary>
/// The replacements of the tokens in the template's files and paths; the template engine uses the same names.
/// </summary>
internal sealed class TemplateTokens
{
    private const string Directory = "PACKET_DIR/";
    private const string DefaultFailOn = "error";

    private readonly List<(string Token, string Value)> _values = [];

    /// <param name="location">The packet's place.</param>
    /// <param name="existing">The existing packet, or null: its files keep their names, such as handoff.md.</param>
    /// <param name="profile">The packet's profile.</param>
    /// <param name="version">The version of the packages.</param>
    public TemplateTokens(PacketLocation location, Packet? existing, Profile profile, string version)
    {
        foreach (var document in existing?.Documents ?? [])
        {
            if (DocumentKinds.PacketNames.FirstOrDefault(name => DocumentKinds.Of(name) == document.Kind) is { } name)
                _values.Add((Directory + name, document.Path));
        }

        _values.AddRange(
        [
            (Directory, location.Directory.Length == 0 ? "" : location.Directory + "/"),
            ("PACKET_HOME", location.Setting),
            ("PACKET_PROFILE", profile == Profile.Contract ? "contract" : "relay"),
            ("GATE_FAIL_ON", DefaultFailOn),
            ("CODERELAY_VERSION", version),
        ]);
    }

    public string Apply(string text) => _values.Aggregate(text, (current, value) => current.Replace(value.Token, value.Value, StringComparison.Ordinal));
}
