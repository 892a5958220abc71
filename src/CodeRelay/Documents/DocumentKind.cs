namespace CodeRelay.Documents;

/// <summary>The role of a Markdown file in the packet.</summary>
public enum DocumentKind
{
    /// <summary>Any other Markdown file: evidence, or checked because it was named on the command line.</summary>
    Other,

    /// <summary>HANDOFF.md: the state that the next session continues from.</summary>
    Handoff,

    /// <summary>TASKS.md.</summary>
    Tasks,

    /// <summary>DECISIONS.md.</summary>
    Decisions,

    /// <summary>PROJECT_CONTEXT.md.</summary>
    ProjectContext,

    /// <summary>TAKEOVER_PROMPTS.md.</summary>
    TakeoverPrompts,

    /// <summary>SESSION_CHECKLIST.md.</summary>
    SessionChecklist,

    /// <summary>A file that an agent loads automatically: AGENTS.md, CLAUDE.md, GEMINI.md, copilot-instructions.md.</summary>
    Instruction,
}

/// <summary>Maps file names to kinds.</summary>
internal static class DocumentKinds
{
    private static readonly Dictionary<string, DocumentKind> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["HANDOFF.md"] = DocumentKind.Handoff,
        ["HANDOVER.md"] = DocumentKind.Handoff,
        ["TASKS.md"] = DocumentKind.Tasks,
        ["DECISIONS.md"] = DocumentKind.Decisions,
        ["PROJECT_CONTEXT.md"] = DocumentKind.ProjectContext,
        ["TAKEOVER_PROMPTS.md"] = DocumentKind.TakeoverPrompts,
        ["SESSION_CHECKLIST.md"] = DocumentKind.SessionChecklist,
        ["AGENTS.md"] = DocumentKind.Instruction,
        ["AGENTS.override.md"] = DocumentKind.Instruction,
        ["CLAUDE.md"] = DocumentKind.Instruction,
        ["GEMINI.md"] = DocumentKind.Instruction,
        ["copilot-instructions.md"] = DocumentKind.Instruction,
    };

    // macOS stores "ü" as two code points.
    private static readonly string[] HandoffWords =
        ["handoff", "handover", "übergabe", "u\u0308bergabe", "uebergabe", "passation", "traspaso", "передача", "交接", "引き継ぎ", "引継ぎ", "인수인계"];

    private static readonly char[] Separators = ['-', '_', '.', ' '];

    /// <summary>The packet files' names in reading order.</summary>
    public static IReadOnlyList<string> PacketNames { get; } =
        ["HANDOFF.md", "TASKS.md", "DECISIONS.md", "PROJECT_CONTEXT.md", "TAKEOVER_PROMPTS.md", "SESSION_CHECKLIST.md"];

    /// <summary>The kind of a file by its name, ignoring case.</summary>
    public static DocumentKind Of(string path) => ByName.GetValueOrDefault(path[(path.LastIndexOf('/') + 1)..]);

    /// <summary>True for a Markdown file whose name contains the word for a handoff ("HANDOFF_2026-05-01.md", "Übergabe.md") but is no packet name.</summary>
    public static bool IsAlike(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) && Of(name) == DocumentKind.Other
            && name[..^".md".Length].Split(Separators).Any(word => HandoffWords.Contains(word, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>True for the files of a packet.</summary>
    public static bool IsPacket(DocumentKind kind) => kind is not (DocumentKind.Other or DocumentKind.Instruction);
}
