namespace CodeRelay.Tests.Agents.Runtimes;

/// <summary>What the runtimes write to a hook, by the keys that they document, and what the hook has to answer. CWD stands for the repository, TEXT for a JSON string.</summary>
internal static class RecordedPayloads
{
    private static readonly string Directory = Path.Combine(SourceTree.Root, "tests", "CodeRelay.Tests", "Runtimes", "Payloads");

    public static string Call(string runtime, string name, string directory) =>
        File.ReadAllText(Path.Combine(Directory, runtime, name + ".json")).Replace("CWD", System.Text.Json.JsonEncodedText.Encode(directory).ToString(), StringComparison.Ordinal);

    /// <summary>What stands before and behind the text in the answer.</summary>
    public static (string Before, string After) Answer(string runtime, string name)
    {
        var parts = File.ReadAllText(Path.Combine(Directory, runtime, name + ".answer")).ReplaceLineEndings("\n").Split("TEXT");
        return (parts[0], parts[1]);
    }
}
