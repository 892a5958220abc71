using System.Text.RegularExpressions;

namespace CodeRelay.Runtimes.Codex;

/// <summary>Codex once switched hooks on by `codex_hooks` in the table `features`; the key is called `hooks` now.</summary>
internal static partial class FeatureKey
{
    /// <summary>Renames the old key in a config.toml, line by line; a file that has the new key as well loses the old one.</summary>
    /// <returns>The text, changed in nothing else.</returns>
    public static string Rename(string toml)
    {
        var hasNewKey = Keys(toml).Any(key => key.Name == "hooks");
        foreach (var (line, name, position) in Keys(toml).Where(key => key.Name == "codex_hooks").Reverse())
        {
            toml = hasNewKey
                ? toml.Remove(line.Start, line.Length)
                : toml.Remove(position, name.Length).Insert(position, "hooks");
            hasNewKey = true;
        }

        return toml;
    }

    /// <summary>Tells whether hooks are switched off.</summary>
    public static bool SwitchesHooksOff(string toml) =>
        Keys(toml).Any(key => key.Name is "hooks" or "codex_hooks" && toml.AsSpan(key.Position + key.Name.Length).TrimStart(" \t=\"'").StartsWith("false", StringComparison.Ordinal));

    private static List<((int Start, int Length) Line, string Name, int Position)> Keys(string toml)
    {
        var keys = new List<((int, int), string, int)>();
        var table = "";
        var start = 0;
        while (start < toml.Length)
        {
            var newLine = toml.IndexOf('\n', start);
            var end = newLine < 0 ? toml.Length : newLine + 1;
            var line = toml[start..end];
            if (Table().Match(line) is { Success: true } header)
                table = header.Groups["name"].Value;
            else if ((table == "features" ? Key() : table.Length == 0 ? DottedKey() : null)?.Match(line) is { Success: true } key)
                keys.Add(((start, end - start), key.Groups["name"].Value, start + key.Groups["name"].Index));
            start = end;
        }

        return keys;
    }

    [GeneratedRegex(@"^\s*\[+\s*(?<name>[^\]]+?)\s*\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Table();

    [GeneratedRegex(@"^\s*[""']?(?<name>hooks|codex_hooks)[""']?\s*=", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Key();

    [GeneratedRegex(@"^\s*features\s*(?:\.\s*|=\s*\{\s*(?:[^}]*,\s*)?)(?<name>hooks|codex_hooks)\s*=", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DottedKey();
}
