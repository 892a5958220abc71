using System.Text;
using CodeRelay.Agents.Editing;

namespace CodeRelay.Agents.Runtimes.Settings;

/// <summary>The hooks for a runtime's settings file.</summary>
internal sealed class HookTemplate
{
    private readonly JsoncDocument _document;

    /// <param name="json">A settings file with CodeRelay's hooks only.</param>
    public HookTemplate(string json) => _document = JsoncDocument.Parse("template", Encoding.UTF8.GetBytes(json));

    /// <summary>The text of a new file.</summary>
    public byte[] Text => _document.Text;

    /// <summary>CodeRelay's handler of every event.</summary>
    public IEnumerable<HookEntry> Entries => HookEntries.In(_document);

    /// <summary>The JSON text of a template value.</summary>
    public string TextOf(JsoncNode node) => Encoding.UTF8.GetString(_document.Text, node.Start, node.End - node.Start);

    /// <summary>
    /// The same hooks for a machine with the command: a bare command line saves a process and is the same in every shell.
    /// </summary>
    public static string WithoutFallback(string json)
    {
        var document = JsoncDocument.Parse("template", Encoding.UTF8.GetBytes(json));
        while (HookEntries.In(document).FirstOrDefault(entry => HasFallback(entry.Handler.Value)) is { } entry)
        {
            document = entry.Handler.Value.Children.Find(member => member.Name == "commandWindows") is { } windows
                ? document.Remove(entry.Handler.Value, windows)
                : document.Replace(entry.Handler.Value["command"]!, $"\"{entry.Handler.Value["command"]!.Text!.Split(" || ")[0]}\"");
        }

        return Encoding.UTF8.GetString(document.Text);
    }

    private static bool HasFallback(JsoncNode handler) =>
        handler["commandWindows"] is not null || handler["command"]?.Text?.Contains(" || ", StringComparison.Ordinal) == true;
}
