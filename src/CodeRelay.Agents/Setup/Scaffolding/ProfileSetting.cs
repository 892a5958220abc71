using System.Text.RegularExpressions;
using CodeRelay.Analysis;
using CodeRelay.Packets;
using CodeRelay.Text;

namespace CodeRelay.Agents.Setup.Scaffolding;

/// <summary>The profile's line in coderelay.yml; the rest of the file is the user's.</summary>
internal static partial class ProfileSetting
{
    /// <exception cref="ScaffoldException">The file has no such line and no place for one.</exception>
    public static byte[] Merge(byte[] existing, Profile profile)
    {
        if (ReadsAs(existing, profile))
            return existing;
        var text = new ByteText(existing);
        var line = $"profile: {(profile == Profile.Contract ? "contract" : "relay")}";
        var merged = Line().Match(text.Value) is { Success: true } match ? text.Replace(match.Index, match.Index + match.Length, line) : text.Append(line + "\n");
        return ReadsAs(merged, profile) ? merged : throw new ScaffoldException($"{Configuration.FileName}: write `{line}` there, then run this again; nothing was changed");
    }

    private static bool ReadsAs(byte[] content, Profile profile)
    {
        try
        {
            return ConfigurationReader.Read(SourceText.Decode(content, content.Length)).Profile == profile;
        }
        catch (ConfigurationException)
        {
            return false;
        }
    }

    [GeneratedRegex("""(?<=^|\n|\u00EF\u00BB\u00BF)profile[ \t]*:[ \t]*["']?\w+["']?""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Line();
}
