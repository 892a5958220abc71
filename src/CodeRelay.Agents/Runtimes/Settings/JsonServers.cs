using System.Text;
using CodeRelay.Agents.Editing;

namespace CodeRelay.Agents.Runtimes.Settings;

/// <summary>Servers in JSON, with comments and trailing commas: members of an object at the root.</summary>
/// <param name="key">The object's name.</param>
/// <param name="entry">The value of CodeRelay's member.</param>
internal sealed class JsonServers(string key, string entry) : SettingsFormat
{
    private static readonly string[] CommandKeys = ["command", "cmd", "args"];

    /// <summary>The text of a new file.</summary>
    public static string Template(string key, string entry)
    {
        var empty = JsoncDocument.Parse("template", "{\n}\n"u8.ToArray());
        return Encoding.UTF8.GetString(empty.Append(empty.Root, key, Servers(entry)).Text);
    }

    public override byte[] Install(HookSettings settings, byte[] current)
    {
        var document = JsoncDocument.Parse(settings.Path, current);
        if (!document.Root.IsObject)
            throw document.Error(document.Root.Start, "the settings are not an object");
        if (document.Root[key] is not { } servers)
            return document.Append(document.Root, key, Servers(entry)).Text;
        if (!servers.IsObject)
            throw document.Error(servers.Start, $"'{key}' is not an object");
        if (servers.Children.Exists(IsOurs))
            return current;
        if (servers.Children.Find(server => server.Name == OwnServer.Name) is { } other)
            throw document.Error(other.Start, $"another server is called '{OwnServer.Name}' here; give it another name");
        return document.Append(servers, OwnServer.Name, entry).Text;
    }

    public override byte[] Uninstall(HookSettings settings, byte[] current, byte[]? before)
    {
        var document = JsoncDocument.Parse(settings.Path, current);
        var hadServers = before is not null && JsoncDocument.Parse(settings.Path, before).Root[key] is not null;
        while (document.Root[key] is { IsObject: true } servers && servers.Children.Find(IsWritten) is { } ours)
        {
            document = hadServers || servers.Children.Count > 1
                ? document.Remove(servers, ours)
                : document.Remove(document.Root, document.Root.Children.Last(child => child.Value == servers));
        }

        return document.Text;
    }

    public override bool IsEmpty(HookSettings settings, byte[] content) => JsoncDocument.Parse(settings.Path, content).Root.Children.Count == 0;

    public override HookPresence Look(HookSettings settings, byte[] current) =>
        new(JsoncDocument.Parse(settings.Path, current).Root[key] is { IsObject: true } servers && servers.Children.Exists(IsOurs), IsOlder: false);

    private static string Servers(string entry) => $"{{\"{OwnServer.Name}\":{entry}}}";

    private static bool IsOurs(JsoncChild server) => OwnServer.Matches(CommandLine(server));

    private static bool IsWritten(JsoncChild server) => OwnServer.IsWritten(server.Name ?? "", CommandLine(server));

    private static string CommandLine(JsoncChild server) => string.Join(' ', CommandKeys.SelectMany(name => Words(server.Value[name])));

    private static IEnumerable<string> Words(JsoncNode? value) => value is { IsArray: true } ? value.Children.Select(item => item.Value.Text).OfType<string>() : value?.Text is { } text ? [text] : [];
}
