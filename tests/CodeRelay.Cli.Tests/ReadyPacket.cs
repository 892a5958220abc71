namespace CodeRelay.Cli.Tests;

/// <summary>A packet that can be taken over, and a repository for it or for another one.</summary>
internal static class ReadyPacket
{
    public const string Text = """
        # Handoff

        ## Goal

        `Parser.Read` in `src/Parser.cs` accepts files with CRLF line breaks.

        ## In progress

        - decoding drops the last line

        ## Next steps

        1. Keep the last line in `src/Parser.cs`

        ## Important files

        - `src/Parser.cs`

        ## Blockers

        - none

        """;

    public static TemporaryRepository In(string handoff)
    {
        var repo = new TemporaryRepository();
        repo.Write("src/Parser.cs", "class Parser;\n");
        repo.Write("HANDOFF.md", handoff);
        repo.Commit("begin");
        return repo;
    }
}
