using System.Text.RegularExpressions;
using CodeRelay.Documents;

namespace CodeRelay.Rules.References;

/// <summary>What the words around a path state about it.</summary>
[Flags]
internal enum Remark
{
    None = 0,

    /// <summary>Removed, renamed or replaced on purpose, or stated as missing.</summary>
    Gone = 1,

    /// <summary>Still to be created.</summary>
    Planned = 2,

    /// <summary>Created by a build or a run, or kept out of the repository.</summary>
    Made = 4,

    /// <summary>In another repository, package or place.</summary>
    Elsewhere = 8,

    /// <summary>An example.</summary>
    Example = 16,
}

/// <summary>
/// Reads the sentence, the table row and the headings around a path. Language-independent signs come first (an arrow to a new name);
/// the words cover the languages of <see cref="SectionKinds"/>.
/// </summary>
internal static partial class Remarks
{
    private const int Reach = 400;

    /// <summary>The remark about a mention.</summary>
    /// <param name="mention">A path mention.</param>
    /// <param name="isLikelyMade">True to count any word for generating in the sentence, as for data and directories. For source files only adjacent words count.</param>
    public static Remark Of(Mention mention, bool isLikelyMade = false)
    {
        var content = mention.Block.Document.Text.Content;
        var (start, end) = Sentence(mention, content);
        return Of(mention.Block, content[start..mention.Start], content[Math.Min(end, mention.Start + mention.Length)..end], isLikelyMade);
    }

    /// <summary>The remark of a text about the part in its middle.</summary>
    /// <param name="block">The block that contains the text.</param>
    /// <param name="textBefore">The sentence before the part, as written.</param>
    /// <param name="textAfter">The sentence after the part, as written.</param>
    /// <param name="isLikelyMade">The same as for a mention.</param>
    public static Remark Of(Block block, string textBefore, string textAfter, bool isLikelyMade = false)
    {
        // Other names between a verb and this one are objects of the same verb.
        var before = Names().Replace(textBefore, " ");
        var after = Names().Replace(textAfter.TrimStart('`'), " ");
        var near = Last(before, 70) + " . " + First(after, block.Kind == BlockKind.TableRow ? Reach : 45);
        var remark = Remark.None;
        if (Arrow().IsMatch(after) || Gone().IsMatch(near) || NotDone().IsMatch(First(after, 45)) || Headings(block.Section).Any(title => GoneHeading().IsMatch(title)))
            remark |= Remark.Gone;
        if (PlannedBefore().IsMatch(Last(before, 70)) || PlannedAfter().IsMatch(after))
            remark |= Remark.Planned;
        if (isLikelyMade ? Made().IsMatch(before + " " + after) : Made().IsMatch(Last(before, 30)) || Made().IsMatch(First(after, 20)))
            remark |= Remark.Made;
        if (Elsewhere().IsMatch(before + " " + after))
            remark |= Remark.Elsewhere;
        if (Examples.EndWith(textBefore, text => Names().Replace(text, " ")) || Examples.BeginWith(textAfter))
            remark |= Remark.Example;
        return remark;
    }

    private static string Last(string text, int length) => text[Math.Max(0, text.Length - length)..];

    private static string First(string text, int length) => text[..Math.Min(text.Length, length)];

    // A list item, a row and a sentence are one statement each; a paragraph has several.
    private static (int Start, int End) Sentence(Mention mention, string content)
    {
        var block = mention.Block;
        var from = Math.Max(block.Start, mention.Start - Reach);
        var to = Math.Min(Math.Max(block.End, mention.Start + mention.Length), mention.Start + mention.Length + Reach);
        if (mention.Start < block.Start || from > mention.Start || to > content.Length)
            return (mention.Start, mention.Start + mention.Length);
        if (block.Kind == BlockKind.TableRow)
            return (from, to);
        var last = Stop().Matches(content[from..mention.Start]).LastOrDefault();
        var next = Stop().Match(content[(mention.Start + mention.Length)..to]);
        return (last is null ? from : from + last.Index + last.Length, next.Success ? mention.Start + mention.Length + next.Index : to);
    }

    private static IEnumerable<string> Headings(Section? section)
    {
        for (; section is not null; section = section.Parent)
            yield return section.Title;
    }

    // Code, and words with a slash or an extension.
    [GeneratedRegex(@"`[^`\n]*`|[\w.*{}\\-]*[/\\][\w./*{}\\-]*|\b[\w-]+\.[a-z]{1,5}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Names();

    // "is not ported yet"
    [GeneratedRegex(@"^[^\w]*(?:is|are|was|were|has)?\s*(?:not|n't|never)\s(?:yet\s|been\s)?\w+(?:ed|en|ten|lt)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotDone();

    // The full stop after a single letter or a known abbreviation does not end a sentence.
    [GeneratedRegex(@"(?<!\b(?:\p{L}|(?i:eg|ex|ej|bspw|np|напр)))[.!?;]\s|[。！？；]|\n\s*\n", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Stop();

    // `old.cs` → `new.cs`
    [GeneratedRegex(@"^[`'""\s*_]*(?:→|⇒|➜|->|=>|-->)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Arrow();

    [GeneratedRegex(
        """
        \b(?: (?:re)?mov(?:e[sd]?|al|ing) | delet\w* | dropp\w* | drops? | eras\w* | renam\w* | replac\w* | supersed\w* | obsolet\w* | deprecat\w* | retir\w* | archived | gone | formerly | former | no\slonger | instead\sof
            | cleaned\sup | got\srid | rid\sof | used\sto | orphan\w*
            | missing | absent | not\sfound | not\sexist\w* | n't\sexist\w* | never\sexist\w* | no\ssuch | there\s(?:is|are)\sno | without | nonexistent | non-existent | lacks? | not\syet
            | statt | anstatt | anstelle | au\slieu | en\slugar | em\svez | invece | zamiast | yerine | вместо | thay\svì
            | gelöscht | löschen | entfern\w* | veraltet | überholt | umbenannt | verschoben | ersetzt | fehlt | fehlende\w*
            | supprim\w* | retir[eé]\w* | renomm\w* | déplac\w* | remplac\w* | obsolèt\w* | manquant\w*
            | elimin\w* | borr\w* | renombr\w* | movid\w* | reemplaz\w* | obsolet\w* | faltan?te? | removid\w* | exclu[ií]d\w* | rimoss\w* | eliminat\w* | rinominat\w* | usunięt\w* | usunąć | silin\w* | kaldır\w*
            | удал\w* | убра\w* | переимен\w* | перенес\w* | перемещ\w* | замен\w* | устар\w* | отсутств\w* | больше\sнет
            | xóa | đã\sxóa | gỡ\sbỏ | đổi\stên )\b
        | 代替 | 而不是 | 不再 | 代わりに | 대신 | 删除 | 已删 | 移除 | 废弃 | 重命名 | 改名 | 移至 | 移到 | 缺失 | 不存在 | 削除 | 廃止 | 撤去 | 移動 | 改称 | 存在しない | 삭제 | 제거 | 이동 | 폐기 | 없음
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gone();

    [GeneratedRegex(
        """
        \b(?: removed | deleted | obsolete | deprecated | superseded | outdated | legacy | old\s\w+ | retired | gelöscht | entfernt | veraltet | überholt | frühere | vorherige | obsolète | supprimé\w* | obsolet[oa]s? | eliminad\w* | удал\w* | устар\w* | xóa )\b
        | 已删 | 删除 | 废弃 | 過時 | 过时 | 削除 | 廃止 | 旧 | 삭제 | 폐기
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex GoneHeading();

    [GeneratedRegex(
        """
        \b(?: creat(?:e|ing) | add(?:ing)? | writ(?:e|ing) | make | implement(?:ing)? | introduc(?:e|ing) | scaffold(?:ing)? | extract | split | generate | draft | propos\w+ | plan(?:s|ned|ning)? | will | would | should | todo | future | new
            | anlegen | erstellen | erzeugen | hinzufügen | schreiben | neue?[nrs]? | geplant\w* | soll(?:en|te)?
            | créer | ajouter | écrire | nouveau | nouvelle | crear | añadir | agregar | escribir | nuev[oa] | criar | adicionar | novo | nova | creare | aggiungere | nuovo | utworzyć | dodać | now[ya] | oluştur\w* | ekle\w* | yeni
            | созда(?:ть|й|ём|дим)\w* | добавить | добавь | написать | нов(?:ый|ая|ое|ые) | запланир\w*
            | tạo | thêm | viết )\b [^.;]{0,70}$
        | (?: 新建 | 创建 | 新增 | 添加 | 编写 | 计划 | 作成 | 追加 | 新規 | 予定 | 생성 | 추가 | 작성 | 예정 )[^。；]{0,40}$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlannedBefore();

    [GeneratedRegex(
        """
        ^[^.;]{0,30} \b(?: new | to\sbe | planned | todo | optional | if\s(?:present|it\sexists|any|needed) | or\s(?:equivalent|similar) | tbd | neu | geplant | anlegen | erstellen | hinzufügen | schreiben | nouveau | nuev[oa] | нов\w+ )\b
        | ^[^。；]{0,20} (?: を作成 | を追加 | を新規 | 新規作成 | 作成予定 | 予定 | 新建 | 待建 | 을\s?생성 | 를\s?생성 | 추가\s?예정 | 예정 )
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlannedAfter();

    [GeneratedRegex(
        """
        \b(?: outputs? | generat\w* | writes? | wrote | written | saved? | saves | produc\w* | export\w* | emit(?:s|ted)? | dump\w* | logged | logs? | reports? | results? | artifacts? | artefacts? | snapshots? | cached? | downloads? | downloaded | uploads? | uploaded | builds?\s(?:in)?to | runtime | scratch | temp | temporary | throwaway | local(?:ly)? | gitignored? | git-ignored | ignored | untracked | uncommitted | not\s(?:committed|tracked|checked\sin) | secrets? | backup
            | erzeugt\w* | ausgabe | schreibt | lokal\w* | généré\w* | sortie | locale?ment | generad\w* | salida | gerad\w* | saída | generat[oaie] | wyjści\w* | üretil\w* | çıktı
            | генерир\w* | сгенерир\w* | вывод | лог\w* | отчёт\w* | отчет\w* | локальн\w* | временн\w*
            | sinh\sra | xuất )\b
        | 生成 | 输出 | 导出 | 日志 | 产物 | 临时 | 本地 | 未跟踪 | 出力 | 書き出 | ログ | 一時 | ローカル | 출력 | 로그 | 임시 | 로컬
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Made();

    [GeneratedRegex(
        """
        \b(?: (?:other|another|separate|sibling|external|private|sister|parent|host|upstream|different|main)\s(?:\w+\s)?(?:repo\w*|project|workspace|package|checkout) | outside\s(?:of\s)?(?:this|the|our)\s(?:\w+\s)?(?:repo\w*|tree|checkout|project)
            | in\sthe\s\S+\srepo(?:sitory)? | upstream | vendored | node_modules | site-packages | installed | on\s(?:the\s)?(?:server|host|device|remote|vps|box|machine) | in\s(?:the\s)?(?:container|image|cloud|bucket)
            | anderes\w*\s(?:repo\w*|projekt) | autre\sdépôt | otro\srepo\w* | друг\w+\sрепо\w* | соседн\w+\sрепо\w* )\b
        | 另一个仓库 | 其他仓库 | 上游 | 別リポジトリ | 他リポジトリ | 다른\s?저장소
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Elsewhere();
}
