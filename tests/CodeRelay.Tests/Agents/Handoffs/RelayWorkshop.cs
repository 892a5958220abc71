using System.Text;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Files;

namespace CodeRelay.Tests.Agents.Handoffs;

/// <summary>An inbox root of its own for one test, and what the tests of the relay share.</summary>
internal sealed class RelayWorkshop : IDisposable
{
    private readonly TemporaryDirectory _root = new();

    public RelayWorkshop()
    {
        Environment = new UserEnvironment(_root.Path, name => name == "AGENT_HANDOFF_ROOT" ? Root : Variables.GetValueOrDefault(name));
    }

    public string Root => Path.Combine(_root.Path, "inbox");

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public UserEnvironment Environment { get; }

    public MailboxOwner OwnerAt(string directory) => new CurrentRepository(directory, DirectorySource.Process, Environment).Endpoint!;

    public Inbox InboxAt(string directory) => new(OwnerAt(directory), Environment);

    /// <summary>Puts a file into the unread directory of a place, as any writer of the format would.</summary>
    public static string Put(InboxPlace place, string name, string content)
    {
        place.Create();
        var path = Path.Combine(place.Unread, name);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>A handoff in the stored format.</summary>
    public static string Sample(string title = "Login retry", string branch = "fix/login", string head = "1a2b3c4", string extra = "", string body = "\n# Handoff — Login retry\n\n## Immediate next action\nWrite the expiry test in tests/login.\n") =>
        $"---\nname: {title}\ndescription: callback fixed, expiry test missing\nfrom: app\nto: app\ncreated: 2026-06-01T09:00:00Z\nbranch: {branch}\nhead: {head}\ndirty_files_count: 2\nsession_tool: claude-code\ntopic: login\n{extra}---\n{body}";

    public static HandoffText Parse(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>Delivers what waits, as a session's start does.</summary>
    public static string Surface(Inbox inbox, int limit = 8000, WorktreeFacts? facts = null)
    {
        using var delivery = Delivery.Of(inbox, limit, () => facts ?? WorktreeFacts.None);
        var text = delivery.Text;
        delivery.Confirm();
        return text;
    }

    public void Dispose() => _root.Dispose();
}
