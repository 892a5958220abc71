using System.CommandLine;
using System.Text;
using CodeRelay.Cli;

namespace CodeRelay.Docs;

/// <summary>docs/cli.md: the help of every verb, as the command prints it.</summary>
internal static class CommandPage
{
    public static string Write()
    {
        var root = CommandLine.Create(CommandCatalog.Create());
        var page = new StringBuilder($"""
            <!-- Made by `{Documentation.Command}`. -->

            # The command

            Findings and other answers go to standard output, talk to standard error. Every verb works from any sub-directory and linked worktree.

            | Exit code | Means |
            |---|---|
            | {ExitCode.Success} | nothing at or above the level that fails (`--fail-on`, by default error) |
            | {ExitCode.Findings} | findings |
            | {ExitCode.Usage} | wrong usage or configuration; the message names the file, the line and what is valid |
            | {ExitCode.Environment} | the environment lacks something: no working tree, no git |

            | Variable | Does |
            |---|---|
            | `NO_COLOR` | no colours, whatever its value; they are written to terminals only, and never with `TERM=dumb` |
            | `CODERELAY_DISABLED=1` | hooks stay silent |

            """.ReplaceLineEndings("\n"));
        Append(page, root, [root]);
        return page.ToString();
    }

    private static void Append(StringBuilder page, Command root, IReadOnlyList<Command> path)
    {
        page.Append($"\n{new string('#', Math.Min(path.Count + 1, 3))} {string.Join(' ', path.Select(command => command.Name))}\n\n```text\n{Help(root, path)}\n```\n");
        foreach (var verb in path[^1].Subcommands)
            Append(page, root, [.. path, verb]);
    }

    private static string Help(Command root, IReadOnlyList<Command> path)
    {
        using var output = new StringWriter { NewLine = "\n" };
        root.Parse([.. path.Skip(1).Select(command => command.Name), "--help"]).Invoke(new InvocationConfiguration { Output = output });
        return string.Join('\n', output.ToString().Split('\n').Select(line => line.TrimEnd())).Trim('\n');
    }
}
