using System.CommandLine;
using System.Text;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Commands;

namespace CodeRelay.Docs;

/// <summary>docs/cli.md: the help of every verb, as the command prints it.</summary>
internal static class CommandPage
{
    public static string Write()
    {
        var root = CommandRunner.Create(CommandCatalog.Create());
        var page = new StringBuilder($"""
            <!-- Made by `{Documentation.Command}`. -->

            # The command

            Findings and other results go to standard output, notes and errors to standard error. Every verb works in any sub-directory and in linked worktrees.

            | Exit code | Means |
            |---|---|
            | {ExitCode.Success} | success: no finding at or above `--fail-on`, by default error |
            | {ExitCode.Findings} | findings at or above that severity |
            | {ExitCode.Usage} | wrong usage or configuration; the message names the place and the valid values |
            | {ExitCode.Environment} | something is missing in the environment, such as git or a working tree |

            | Variable | Does |
            |---|---|
            | `NO_COLOR` | with any value: no colours. Colours are written only to terminals, and never with `TERM=dumb` |
            | `CODERELAY_DISABLED=1` | hooks do nothing |

            """.ReplaceLineEndings("\n"));
        page.Append($"\n```text\n{Help(root, [root])}\n```\n");
        foreach (var group in VerbGroups.All)
        {
            page.Append($"\n## {group.Title()}\n");
            foreach (var verb in root.Subcommands.OfType<Verb>().Where(verb => verb.Group == group))
                Append(page, root, [root, verb]);
        }

        return page.ToString();
    }

    private static void Append(StringBuilder page, Command root, IReadOnlyList<Command> path)
    {
        page.Append($"\n### {string.Join(' ', path.Select(command => command.Name))}\n\n```text\n{Help(root, path)}\n```\n");
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
