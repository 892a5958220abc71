using CodeRelay.Agents.Editing;
using CodeRelay.Text;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace CodeRelay.Agents.Runtimes.Settings;

/// <summary>Servers in YAML: entries of a mapping at the root, edited line by line.</summary>
/// <param name="key">The mapping's name.</param>
internal sealed class YamlServers(string key) : SettingsFormat
{
    private static readonly string[] CommandKeys = ["cmd", "command", "args"];

    /// <summary>CodeRelay's entry, in goose's form.</summary>
    public static string Entry(string name, string description) =>
        $"  {name}:\n    enabled: true\n    type: stdio\n    name: {name}\n    description: {description}\n    cmd: coderelay\n    args:\n    - mcp\n    timeout: 300\n";

    public override byte[] Install(HookSettings settings, byte[] current)
    {
        var text = TextPlace.Decode(settings.Path, current);
        var root = Root(settings, text);
        var newLine = TextPlace.LineEnd(text);
        var entry = settings.Template[(key.Length + 2)..].ReplaceLineEndings(newLine);
        if (root is null || Find(root) is not { } servers)
        {
            if (root is { Style: MappingStyle.Flow } or { Start.Column: > 1 })
                throw Error(settings, root, "the settings are indented or written in braces; write their keys at the beginning of lines");
            return TextPlace.Encode(current, $"{text}{(text.Length > 0 && text[^1] != '\n' ? newLine : "")}{key}:{newLine}{entry}");
        }

        var keyEnd = (int)servers.Key.End.Index;
        var lineEnd = TextPlace.NextLine(text, keyEnd);
        switch (servers.Value)
        {
            case YamlMappingNode { Style: not MappingStyle.Flow, Children: { Count: > 0 } children }:
                if (children.Any(IsOurs))
                    return current;
                if (children.FirstOrDefault(child => (child.Key as YamlScalarNode)?.Value == OwnServer.Name).Key is { } other)
                    throw Error(settings, other, $"another server is called '{OwnServer.Name}' here; give it another name");
                var first = children.First().Key.Start;
                return TextPlace.Encode(current, text.Insert(TextPlace.LineStart(text, (int)first.Index), Indented(entry, (int)first.Column - 1)));
            case YamlMappingNode { Children.Count: 0 } or YamlScalarNode { Value: null or "" or "~" or "null" } when text[keyEnd..lineEnd].Trim() is ":" or ": {}" or ": ~" or ": null":
                return TextPlace.Encode(current, text[..keyEnd] + ":" + newLine + entry + text[lineEnd..]);
            case YamlScalarNode { Value: null or "" } when text[keyEnd..lineEnd].TrimStart(':', ' ') is ['#', ..] and [.., '\n']:
                return TextPlace.Encode(current, text.Insert(lineEnd, entry));
            default:
                throw Error(settings, servers.Value, $"'{key}' cannot be extended as it is written here; write one entry a line, without braces");
        }
    }

    public override byte[] Uninstall(HookSettings settings, byte[] current, byte[]? before)
    {
        var text = TextPlace.Decode(settings.Path, current);
        var original = text;
        while (Root(settings, text) is { } root && Find(root) is { Value: YamlMappingNode servers } found && servers.Children.Any(IsWritten))
        {
            var ours = servers.Children.First(IsWritten).Key.Start;
            var start = TextPlace.LineStart(text, (int)ours.Index);
            text = text.Remove(start, End(text, start, (int)ours.Column - 1) - start);
            if (servers.Children.Count > 1)
                continue;
            // The mapping is empty now: restore its original line, or remove it.
            var line = (Start: (int)found.Key.Start.Index, End: TextPlace.NextLine(text, (int)found.Key.Start.Index));
            text = text[..line.Start] + KeyLine(settings, before, text[line.Start..line.End]) + text[line.End..];
        }

        return text == original ? current : TextPlace.Encode(current, text);
    }

    public override HookPresence Look(HookSettings settings, byte[] current) =>
        new(Root(settings, TextPlace.Decode(settings.Path, current)) is { } root && Find(root) is { Value: YamlMappingNode servers } && servers.Children.Any(IsOurs), IsOlder: false);

    // A comment on the line is the user's.
    private string KeyLine(HookSettings settings, byte[]? before, string line)
    {
        if (before is null)
            return line.Contains('#', StringComparison.Ordinal) ? line : "";
        var text = TextPlace.Decode(settings.Path, before);
        if (Root(settings, text) is not { } root || Find(root) is not { } found)
            return "";
        var start = (int)found.Key.Start.Index;
        return text[start..TextPlace.NextLine(text, start)].TrimEnd('\r', '\n') + TextPlace.LineEnd(line);
    }

    private static YamlMappingNode? Root(HookSettings settings, string text)
    {
        try
        {
            return YamlText.Read(text) switch
            {
                [] or [{ RootNode: YamlScalarNode { Value: null or "" } }] => null,
                [{ RootNode: YamlMappingNode mapping }] => mapping,
                [var document] => throw Error(settings, document.RootNode, "the settings are not a mapping"),
                [_, var second, ..] => throw Error(settings, second.RootNode, "the settings are several documents"),
            };
        }
        catch (YamlTextException e)
        {
            throw new SettingsException(settings.Path, e.Line, e.Column, $"not valid YAML: {e.Message}");
        }
    }

    private (YamlNode Key, YamlNode Value)? Find(YamlMappingNode root) =>
        root.Children.Where(child => child.Key is YamlScalarNode { Value: var name } && name == key).Select(child => ((YamlNode, YamlNode)?)(child.Key, child.Value)).FirstOrDefault();

    private static bool IsOurs(KeyValuePair<YamlNode, YamlNode> server) => OwnServer.Matches(CommandLine(server));

    private static bool IsWritten(KeyValuePair<YamlNode, YamlNode> server) => OwnServer.IsWritten((server.Key as YamlScalarNode)?.Value ?? "", CommandLine(server));

    private static string CommandLine(KeyValuePair<YamlNode, YamlNode> server) => server.Value is YamlMappingNode entry ? string.Join(' ', CommandKeys.SelectMany(name => Words(entry, name))) : "";

    private static IEnumerable<string> Words(YamlMappingNode entry, string name) => entry.Children.FirstOrDefault(child => (child.Key as YamlScalarNode)?.Value == name).Value switch
    {
        YamlScalarNode { Value: { } word } => [word],
        YamlSequenceNode list => list.Children.OfType<YamlScalarNode>().Select(item => item.Value).OfType<string>(),
        _ => [],
    };

    private static string Indented(string entry, int indent) => string.Concat(entry.Split('\n').Where(line => line.Length > 0).Select(line => $"{new string(' ', indent)}{line[2..]}\n"));

    // The position after an entry's last line: lines indented deeper than its key, without trailing comments and blank lines.
    private static int End(string text, int start, int indent)
    {
        var end = TextPlace.NextLine(text, start);
        for (var at = end; at < text.Length; at = TextPlace.NextLine(text, at))
        {
            var line = text.AsSpan(at, TextPlace.NextLine(text, at) - at);
            var depth = line.IndexOfAnyExcept(' ');
            if (line.Trim().IsEmpty || line.TrimStart()[0] == '#')
                continue;
            if (depth <= indent)
                break;
            end = at + line.Length;
        }

        return end;
    }

    private static SettingsException Error(HookSettings settings, YamlNode node, string problem) => new(settings.Path, (int)node.Start.Line, (int)node.Start.Column, problem);
}
