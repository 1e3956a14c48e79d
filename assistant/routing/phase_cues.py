"""How a person says where their own cluster stands: the owners and the cues that `phase` looks for.

All are of folded text: lower case, no accents. Evidence counts (governance voted, roadmap approved, joint projects
begun, projects carried by members), and that nothing is there yet; age alone does not.
"""

import re

from assistant.vocabulary import Phase

# What a person calls their own structure.
_CLUSTER = r"(?:cluster|pole|grappe|association|asso|(?:structure|reseau|organisation)(?! de)|network)"
_BODIES = r"(?:gouvernance|statuts|conseil|bureau|instances|governance|by-?laws|statutes|articles of association|board)"
_PLANS = r"(?:feuille de route|strategie|roadmap|strategy)"
_RULES = rf"(?:{_BODIES}|{_PLANS})"
_A_FEW = r"(?:quelques|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|a few|one|two|three|four|five|seven|eight|nine|ten|\d{1,2})"
_FEW_MONTHS = rf"{_A_FEW} (?:mois|semaines|months?|weeks?)"
_SEVERAL = r"(?:deux|trois|quatre|cinq|six|dix|plusieurs|une dizaine de|une vingtaine de|des|two|three|four|five|ten|several|dozens of|\d+)"
_PROJECTS = r"(?:projets?|conventions?|accords?|partenariats?|consortiums?|projects?|agreements?|partnerships?)"
_DONE = r"(?:co-?labellise|labellise|signe|mene|conduit|porte|monte|realise|lance)"
_HAVE = r"(?:avons|ai|a|have|'ve|has)"
_BE = r"(?:sommes|suis|est|sont|are|am|is|'re|'m)"
_VERY = r"(?:(?:tout|toute|tres|encore|plutot|un peu|still|very|brand|fairly|quite) ?)*"
_ONLY = r"(?:a peine |seulement |tout juste |que |only |just |barely )*"

_RECENTLY = rf"(?:(?:au |ce |cet |cette |a l'|a la |en |fin |debut )(?:printemps|ete|automne|hiver|rentree|annee|trimestre|semestre|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)(?: dernier| derniere| passe)?(?! (?:19|20)\d\d)|l'(?:ete|automne|hiver) dernier|le (?:mois|printemps|trimestre) dernier|(?:this|last) (?:spring|summer|autumn|fall|winter|month|quarter|year)|in (?:january|february|march|april|may|june|july|august|september|october|november|december)(?! (?:19|20)\d\d)|il y a {_ONLY}{_FEW_MONTHS}|{_ONLY}{_FEW_MONTHS} ago|recemment|recently|hier|yesterday)"
_JOINT = (
    r"(?:collaboratifs?|communs?|europeens?|inter-?(?:clusters?|poles?)|co-?labellises?|joint|collaborative|european)"
)
_NTH = r"(?:deuxieme|second|seconde|troisieme|quatrieme|cinquieme|sixieme|septieme|huitieme|dixieme|\d+ ?e(?:me)?|third|fourth|fifth|sixth)"
_TO_WRITE = r"(?:ecrire|rediger|preparer|voter|definir|construire|batir|inventer|negocier|faire)"

# The owner is the subject: « nous apporter » and « sommes-nous » are not. « Notre pôle voisin » is another's.
_ANOTHER = r"(?:voisine?s?|partenaires?|concurrente?s?|ami\w*|membres?|autres?|partner|neighbou?ring|other|members?|manager|director)\b"
# « Notre cluster de la filière bois ».
_OF_WHAT = rf"(?: (?:de la |de l'|des |de |du |d'|en |of the |of |in the |in |for )(?!{_ANOTHER}|(?:pleine?|cours|phase|train|place) )[\w-]+){{0,3}}"
# After these the sentence has left the owner for somebody else.
_ACTS = r"(?:(?:une?|des|les?|the|an|avec|with|pour|sur) |(?:re)?cherch|veut |voudr|souhait|vis|aid|conna|rencontr|want|seek|look|need|met |know)"
OWN = rf"(?:notre|nos|mon|ma|our|my) (?:(?!{_ANOTHER})\w+ )?{_CLUSTER}{_OF_WHAT}(?: (?!{_ANOTHER}|{_ACTS}|qui |dont |et |vien|a |est |n'|ne |se |is |has )\w+){{0,2}}"
OWNER = r"(?<![-\w'])(?:(?<!de )chez nous|(?<!de chez )nous|(?<!comme )on|je|j'|notre|nos|mon|ma|we|i|our|my)(?![-\w])"
OWNER_OF_CUE = rf"(?:(?<![-\w']){OWN} |{OWNER} ?)(?:(?:ne|nous|{_CLUSTER}|lui-meme|itself|jeune|propre|own|la|le|les) |n'|s'|se ){{0,6}}"

_CREATED = rf"(?:nee?s?|naitre|voir le jour|(?:se |nous |me )?(?:lancer|creer|monter|fonder|demarrer|constituer|debuter)(?: (?:notre|nos|mon|ma|l'|le|la|un|une) ?(?:\w+ )?(?:{_CLUSTER}|activite)(?: \w+)?)?(?= *$| a | en | et | avec | dans | pour | sur | il )|etre (?:cree|lance|fonde)e?s?|deposer (?:les|nos) statuts|recruter (?:le|la|notre) premiere?)"
BEGINNING = (
    rf"(?:vien(?:s|t|nent)|venons) (?:tout juste |juste |a peine )?(?:de |d'){_CREATED}",
    rf"(?:{_BE} |{_HAVE} |was |were )?(?:an? )?(?:ete )?(?:tout juste |recemment |fraichement |just |only just |recently |newly )(?:ete |been )?(?:crees?|creees?|lancee?s?|fondee?s?|nee?s?|constituee?s?|created|launched|founded|started|set up|formed)\b(?! (?:un|a|an|new) (?!\w* ?{_CLUSTER}))",
    rf"(?:{_BE} |a ete |avons ete )(?:cree|lance|fonde|constitue|ne)e?s? (?:il y a |depuis ){_ONLY}{_FEW_MONTHS}",
    rf"(?:a |existe |existons |exist |is |'s )(?:depuis |for )?{_ONLY}{_FEW_MONTHS}(?! (?:pour|to|de retard|avant))",
    rf"{_BE} {_VERY}(?:jeune|naissante?|emergente?|young|new|emerging)(?= *$| et | and )",
    rf"{_BE} {_VERY}une? {_VERY}(?:jeune|nouveau|nouvelle|futur|future|toute? nouve\w+) {_CLUSTER}\b|{_BE} {_VERY}une? {_CLUSTER} {_VERY}(?:naissante?|emergente?|jeune|en creation|en structuration)\b|{_BE} {_VERY}a {_VERY}(?:young|new|brand[- ]new|emerging) {_CLUSTER}\b",
    rf"(?<=notre )(?:jeune|nouveau|nouvelle|tout nouveau|tout jeune|futur|future) {_CLUSTER}\b(?! (?:voisin|partenaire|concurrent|ami))|(?<=our )(?:young|new|brand[- ]new) {_CLUSTER}(?= *$| (?:is|has|needs|wants|seeks|with|in)\b(?! leaving))",
    rf"(?:{_BE} )?{_VERY}en (?:pleine |cours de |phase de |train de )?(?:pleine )?(?:nous |se |me )?(?:structur(?:ation|er)|creation|demarrage|lancement|construction|amorcage|prefiguration|emergence)\b",
    rf"(?:en )?{_BE} {_VERY}(?:a la |au |aux |dans la |in the |in our |at the |in )?(?:tout )?(?:phase|stade|etape|structuring|start-?up|set-?up)(?: de | d'| phase)(?:structuration|creation|demarrage|amorcage)?",
    rf"(?:en )?{_BE} {_VERY}(?:au|aux|a nos|at the|in the) (?:tout |very )?(?:debuts?|demarrage|commencement|beginning|start|early (?:days|stages?))(?! (?:de |du |des |d'|of )(?!notre|nos|l'aventure|la structuration|our))",
    r"(?:nous structurons|(?<= )se structure)(?= *$)",
    r"(?:nous |se )?(?:demarrons|demarre|debutons|debute|lancons|lance)(?: (?:tout juste|a peine|seulement|juste|notre (?:cluster|pole|grappe|association)|l'association|la structure|le cluster|la structuration))*(?= *$)",
    r"(?:'re |are |am |'m )?(?:just )?(?:starting (?:out|up|from scratch)|getting started|just starting|being set up|setting up (?:our|the) (?:cluster|network|association|governance))",
    rf"(?:{_BE} |n')?(?:'re )?(?:still )?setting up (?:our|the) (?:cluster|network|association|governance)",
    rf"(?:n'|ne )?{_HAVE} (?:encore |toujours )(?:pas |aucune? )(?:de |d'|vote |adopte |valide |ecrit |redige )*(?:la |le |les |l'|notre |nos )?(?:{_RULES}|projets?(?! (?:sur|dans|de|d|pour|on|about) ))\b",
    rf"(?:n'|ne )?{_HAVE} pas encore (?:de |d'|vote |adopte |valide |ecrit |redige |defini |mis en place )*(?:la |le |les |l'|notre |nos |une |un )?(?:{_RULES}|projets?(?! (?:sur|dans|de|d|pour|on|about) ))\b",
    rf"{_HAVE} (?:no|not yet an?y?) {_RULES} yet|(?:don't|do not|haven't|have not) (?:\w+ )?(?:have )?(?:a |an |any |our )?{_RULES} yet",
    rf"{_RULES} (?:n'|ne )?(?:(?:est|sont|a|ont|is|are|isn't|has) )?(?:toujours pas |pas encore |pas |encore pas |still not |not yet |not )(?:ete |yet |been )?(?:votee?s?|adoptee?s?|validee?s?|approuvee?s?|arretee?s?|ecrite?s?|prete?s?|finalisee?s?|definie?s?|signee?s?|deposee?s?|en place|voted|adopted|approved|ready|written|settled|signed|filed|in place)",
    r"(?:(?:sommes|en sommes|est|en est|c'est) )?(?:a |dans |in )?(?:notre |our )?(?:premiere annee|premiers mois|premier exercice|first (?:year|months))(?= *$| d'existence| d'activite| of )",
    rf"{_HAVE} (?:cree|lance|monte|fonde|created|launched|founded|started|set up) (?:notre|nos|mon|l'|our|my|the) ?(?:\w+ )?{_CLUSTER}(?: \w+)? (?:il y a {_ONLY}{_FEW_MONTHS}|cette annee|recemment|l'an dernier|this year|last year|recently|{_FEW_MONTHS} ago)",
    rf"(?:(?:{_BE}|were|was|a ete|avons ete) )?(?:created|launched|founded|started|set up|creee?s?|lancee?s?|fondee?s?|nee?s?) (?:our |the )?(?:\w+ )?(?:{_CLUSTER} )?(?:cette annee|recemment|l'an dernier|this year|last year|recently|{_FEW_MONTHS} ago)",
    rf"(?:redigeons|ecrivons|preparons|elaborons|redige|ecrit|prepare|{_BE} (?:still )?(?:drafting|writing)) (?:encore )?(?:nos statuts|notre gouvernance|notre (?:premiere )?feuille de route|our (?:first )?(?:bylaws|governance|roadmap))",
    rf"(?:n'|ne ){_HAVE} (?:pas|ni|aucune?) (?:de |d')?{_RULES}(?= *$| et | ni )|{_HAVE} (?:no|neither) {_RULES}(?= *$| and | or | nor )",
    r"part(?:ons|s|) de (?:zero|rien)(?! (?:sur|en|dans|pour|avec|cote)\b)|are starting from scratch|starts? from scratch",
    rf"(?:a ete |ont ete |avons ete |est |sont |sommes |was |were |has been |have been )?(?:declare|depose|cree|fonde|lance|ne|constitue|monte|born|created|founded|launched|registered|set up|formed)e?s? {_RECENTLY}",
    rf"{_HAVE} (?:cree|lance|monte|fonde|created|launched|founded|started|set up) (?:notre|nos|mon|l'|la|le|une?|our|my|the|a) ?(?:\w+ )?{_CLUSTER}(?: \w+)? {_RECENTLY}",
    r"(?:existe|existons) depuis (?:moins d'un an|un an a peine|a peine un an)|exist(?:s|ed)? for less than a year",
    r"sort(?:ons|s|)? (?:a peine |tout juste |juste )?de terre|(?:faisons|fait) (?:nos|ses) (?:tout )?premiers pas|(?:are |is )?(?:just )?(?:getting|taking) (?:off the ground|our first steps)",
    rf"en (?:sommes|suis|est) (?:encore |seulement |toujours )?a {_TO_WRITE} (?:nos|notre|les|la) (?:\w+ )?{_RULES}",
    rf"{_RULES} (?:est |sont |is |are )?(?:encore |toujours |still )*(?:en chantier|en construction|en cours (?:d'ecriture|de redaction|d'elaboration|de construction|de definition)|a {_TO_WRITE}\b|in draft|being (?:drafted|written|set up)|under construction)|{_RULES} reste(?:nt)? (?:encore )?a {_TO_WRITE}",
    r"(?:monte|montons|lance|lancons|cree|creons|fonde|fondons|demarre|demarrons) (?:tout juste |actuellement |en ce moment )?(?:une?|notre|mon|ma) (?:\w+ )?(?:cluster|pole|grappe)\b(?! (?:de competences|emploi|sante|recherche|formation)\b)(?<!notre cluster)(?<!notre pole)(?<!notre grappe)|(?:monte|montons|lance|lancons|cree|creons|fonde|fondons) (?:tout juste |actuellement )?notre (?:\w+ )?(?:cluster|pole|grappe)(?= *$| cette annee)",
    r"(?:am |are |'m |'re )(?:just |currently )?(?:launching|creating|founding|building|setting up) (?:a |our )(?:\w+ )?cluster\b",
    r"prepar(?:ons|e) (?:la creation|le lancement|la naissance) (?:de notre|de la|d'une?|de mon) (?:\w+ )?(?:cluster|pole|grappe)",
    r"(?:mettons|met) (?:encore |seulement |tout juste )?en place (?:nos|notre) (?:gouvernance|statuts|instances|conseil)|(?:batissons|construisons|batit|construit) (?:encore )?(?:nos|notre) (?:gouvernance|statuts|instances)",
    r"(?:debutons|debute|demarrons|demarre)(?= et (?:cherch|avons besoin|a besoin|manqu))",
    r"assemblee (?:generale )?constitutive",
    rf"(?:n'|ne )?{_HAVE} (?:pas encore|encore pas|toujours pas) (?:de |d')(?:membres?|adherents?|equipe|president)(?= *$)",
    rf"(?:n'|ne )?{_HAVE} encore (?:{_DONE}|vote|adopte|ecrit) (?:aucune?|ni) (?:\w+ )?(?:{_PROJECTS}|statuts|regles?)",
    r"(?:sommes |suis |est )?(?:encore |toujours )?en (?:plein |pleine )?(?:phase d'|phase de |cours de )?(?:amorcage|prefiguration|emergence|demarrage|lancement)(?= *$)",
    rf"{_BE} (?:still |just )?(?:an? )(?:start-?up|newly (?:formed|created|founded)|nascent|fledgling|emerging) {_CLUSTER}|{_BE} (?:still )?(?:structuring|organising|organizing) (?:ourselves|our {_CLUSTER})",
    rf"{_RULES} (?:has|have) not (?:yet )?been (?:elected|adopted|approved|voted|written)|{_RULES} (?:hasn't|haven't) been (?:elected|adopted|approved|voted|written)",
    r"(?:sommes |est |are |is |'re )(?:encore |still |only )?(?:dans |in )(?:notre |sa |our |its )(?:toute )?(?:premiere annee|first (?:year|months))",
    r"part(?:ons|s|) d'une (?:feuille|page) blanche",
    rf"{_HAVE} {_ONLY}{_FEW_MONTHS} (?:d'existence|d'activite|of existence)",
    r"(?:sommes|suis|est) en train de (?:creer|monter|lancer|fonder) (?:une?|notre|mon|ma|le|la) (?:\w+ )?(?:cluster|pole|grappe)\b",
    r"is just starting(?: out)?(?= *$)",
    rf"en (?:sommes|suis|est) (?:encore |toujours |seulement )*a (?:re)?(?:chercher|choisir|trouver|definir|imaginer) (?:entre )?(?:une?|notre|nos|le|la|les) (?:statut(?! pour| de (?!notre|la|l))|forme juridique|{_BODIES})",
    r"(?:cherchons|cherche|hesitons|hesite) (?:encore |toujours )(?:sur |entre )?(?:notre |nos |le |un |la |une )?(?:statuts? (?:juridique|du |de la structure|de notre)|forme juridique|gouvernance)",
    rf"{_BE} still (?:looking for|choosing|deciding on|defining|working out) (?:an? |our |the )?(?:legal (?:form|structure|status)|governance|by-?laws)",
    r"(?:have |'ve )(?:only )?just (?:begun|started)(?= *$)",
    rf"(?:toujours pas|pas encore|encore pas) (?:de |d')(?:{_BODIES}|feuille de route)\b",
    r"(?:n'|ne )?(?:avons|a|sommes|est) (?:encore |toujours |a ce stade |pour l'heure )*qu'une? (?:simple |petit )?(?:collectif(?: informel)?(?= *$| d'entreprises| de pme| d'industriels)|(?:groupe|groupement|reseau) informel)",
    rf"travaill(?:ons|e) (?:encore |toujours )?(?:a|sur) (?:la |une )?(?:toute )?(?:premiere|1ere) (?:version|mouture|ebauche) (?:de |des |d')(?:nos |notre |la |les )?{_RULES}",
    r"en (?:sommes|suis|est) (?:encore )?(?:aux|a nos|a ses) (?:tout )?(?:premiers |premieres )?(?:balbutiements|premices|fondations)",
    r"voila (?:tout juste |a peine )?(?:lances?|crees?|constitues?|nes?)",
)
BEYOND = (
    rf"{_HAVE} deja (?:{_DONE} )?(?:{_SEVERAL}|une?|nos|notre) (?:\w+ )?{_PROJECTS}|{_HAVE} deja (?:de )?{_DONE} {_PROJECTS}",
    rf"{_HAVE} (?:deja )?{_DONE} {_SEVERAL} (?:\w+ ){{0,2}}{_PROJECTS}",
    rf"{_HAVE} (?:deja )?(?:signe|mene|conduit|porte|monte|lance) (?:un|une) (?:premiere? )?(?:projet commun|projet collaboratif|convention)",
    rf"{_HAVE} {_SEVERAL} (?:\w+ ){{0,2}}(?:projets?|conventions?) (?:\w+ )?(?:co-?labellise|labellise|commun|en cours|finance|abouti|termine|signe|inter-?cluster)\w*",
    rf"(?:menons|portons|pilotons|conduisons|mene|porte|conduit) deja {_SEVERAL} (?:\w+ ){{0,2}}{_PROJECTS}",
    rf"already (?:run|have|lead|manage|co-?label|carry) (?:{_SEVERAL} )?(?:\w+ ){{0,2}}{_PROJECTS}|{_HAVE} already (?:run|had|led|signed|completed|delivered|co-?labell?ed) (?:{_SEVERAL} |a |an )?(?:\w+ ){{0,2}}{_PROJECTS}|{_HAVE} (?:signed|led|run|completed|delivered|co-?labell?ed) (?:{_SEVERAL} |an? )(?:\w+ ){{0,2}}{_PROJECTS}",
    rf"{_RULES} (?:est |sont |a ete |ont ete |is |are |has been |was )?(?:bien |deja |desormais |maintenant |already |now |fully )*(?:votee?s?|adoptee?s?|validee?s?|approuvee?s?|en place|rodee?s?|stabilisee?s?|installee?s?|approved|in place|adopted|voted|established|stable|settled|agreed)\b(?! (?:chaque|tous|each|every) )",
    rf"{_HAVE} (?:fini|termine|acheve) (?:de nous structurer|notre structuration)",
    r"(?:(?:phase|etape) de )?structuration (?:est )?(?:deja )?(?:terminee|achevee|finie|derriere nous|passee)|(?:sommes |est |avons |a )?(?:sortis?|depasse) (?:de )?(?:la |notre )?(?:phase de |etape de )?structuration",
    rf"(?:menons|portons|pilotons|conduisons|run|lead|manage) {_SEVERAL} (?:\w+ )?(?:projets?|projects?) (?:co-?labellises?|communs?|collaboratifs?|inter-?clusters?|avec|with)|(?:run|lead|manage) {_SEVERAL} (?:joint|collaborative|co-?labell?ed|common) projects",
    rf"(?:travaillons|cooperons|collaborons|travaille|coopere|collabore) deja (?:avec|sur) (?:\w+ ){{0,2}}(?:{_CLUSTER}s?|projets?)|already (?:work|working|cooperate|collaborate) with (?:\w+ ){{0,2}}{_CLUSTER}s?",
    rf"{_BODIES} (?:tourne|fonctionne|runs|works) (?:bien|well|smoothly)",
    rf"{_BE} (?:\w+ )?(?:une? |an? )?(?:{_CLUSTER} )?{_VERY}(?:deja |bien |desormais |maintenant |now |already |well )*(?:structuree?s?|matures?|rodee?s?|developpee?s?|etablie?s?|established|structured|mature|past the structuring(?: phase)?)(?: {_CLUSTER})?(?= *$| avec | et | qui | depuis | looking | and | with )",
    rf"(?:{_BE} |{_HAVE} )?(?:deja |bien |maintenant |desormais |now )*(?:entre |entres |entrons |passe |passons )?en (?:pleine )?(?:phase de )?developpement(?! (?:d'|de |du |des |of ))|(?:{_BE} |{_HAVE} )?(?:deja |bien )*(?:dans (?:la|notre) )?phase (?:de )?developpement|(?:{_BE} |'re )?in (?:the |our )?(?:development|growth) phase",
    r"passons (?:a l'echelle|en developpement|au developpement)|(?:are |is )?moving to (?:the )?development phase",
    rf"{_CLUSTER}? ?(?:labellise\w*|label\w*|gold|silver|argent|or|certifie\w*) (?:\w+ ){{0,2}}(?:renouvele|renewed)\b",
    rf"en (?:sommes|suis|est) (?:deja )?a (?:notre|mon|leur|son) {_NTH} projet|sort(?:ons|s|) (?:a peine |tout juste |juste )?(?:de notre |d'un |de mon )(?:{_NTH} |premier )?projet (?:\w+ )?{_JOINT}",
    rf"(?:{_NTH} |premier |first |dernier )?(?:projet {_JOINT}|{_JOINT} project) (?:vient de (?:se terminer|s'achever|finir|demarrer|commencer|debuter)|est (?:\w+ )?(?:termine|acheve|lance|en cours|finance)|s'acheve|se termine|a (?:demarre|abouti|commence)|is (?:\w+ )?(?:over|finished|running|under way)|has (?:just )?(?:ended|started))",
    rf"(?:menons|portons|pilotons|conduisons|coordonnons|animons|gerons|participons a|mene|porte|pilote|coordonne|gere|participe a) (?:deja |actuellement |aujourd'hui )?(?:{_SEVERAL}|une?) (?:(?:\w+ )?projets? (?:\w+ )?{_JOINT}|(?:\w+ )?consortiums?)",
    rf"(?:already )?(?:coordinate|lead|manage|run) (?:already )?(?:{_SEVERAL}|an?) (?:\w+ )?(?:european|joint|collaborative|co-?labell?ed) projects?",
    r"(?:sommes|suis|est) (?:deja |maintenant |desormais )?(?:passee?s?|entree?s?) (?:en|dans la|au stade du?) (?:phase de )?developpement|(?:sommes|est) (?:deja )?en (?:plein |pleine )developpement",
    r"(?:deja |bien |desormais )+(?:structuree?|etablie?|installee?|rodee?|mature)(?= *$| cherche| veut| souhaite| a besoin| voudrait)",
    rf"{_PLANS} (?:20\d\d ?-? ?(?:a )?20\d\d )(?:est |a ete |is |was )?(?:deja |bien |already )?(?:votee|adoptee|validee|approuvee|approved|adopted)",
    r"(?:gouvernance|instances|conseil|bureau|comite(?: de labellisation)?|governance|board|committee) (?:fonctionne|tourne|fonctionnent|tournent|runs|works) (?:tres |deja |already )?(?:bien|rond|sans accroc|well|smoothly)",
    rf"{_HAVE} (?:deja )?(?:{_SEVERAL}|une) conventions? (?:\w+ ){{0,2}}avec (?:\w+ ){{0,3}}{_CLUSTER}s?",
    rf"(?:bosse|bossons|travaille|travaillons|coopere|cooperons|collabore|collaborons) deja avec (?:\w+ ){{0,3}}{_CLUSTER}s?",
    r"(?:membres|adherents|entreprises|members|firms) (?:portent|menent|pilotent|montent|lead|run) (?:deja |desormais |maintenant |eux-memes |elles-memes |already |now |themselves )+(?:\w+ ){0,2}(?:projets|projects)",
    rf"{_BE} (?:an? )?(?:well-|long-)(?:established|structured) {_CLUSTER}",
    rf"{_BE} (?:past|beyond|done with) (?:the |our )?(?:structuring|set-?up|start-?up)",
    rf"{_HAVE} (?:deja )?{_SEVERAL} (?:\w+ )?(?:projets?|projects?) (?:{_JOINT} )?(?:a notre actif|derriere nous|behind us|under our belt)",
    rf"{_HAVE} {_SEVERAL} (?:projets {_JOINT}|{_JOINT} projects)(?= *$| avec | with | et | en cours| running)",
    rf"(?:projets {_JOINT}|{_JOINT} projects) (?:\w+ ){{0,5}}(?:tournent|avancent|sont en cours|sont lances|are running|are under way)",
    rf"{_HAVE} deja (?:travaille|coopere|collabore|innove|co-?labellise|monte un projet) avec (?:\w+ ){{0,2}}{_CLUSTER}s?",
    rf"(?:terminons|achevons|finissons|bouclons|termine|acheve|boucle) (?:notre|un) (?:{_NTH} |premier )?projet {_JOINT}",
    rf"{_RULES} (?:et (?:notre |nos )?|and (?:our )?){_RULES} (?:sont |are )(?:both |toutes (?:les )?deux |tous deux |deja )?(?:votee?s|adoptee?s|validee?s|approuvee?s|en place|approved|adopted|in place)",
    rf"{_NTH} (?:contrats? (?:de performance|d'objectifs)|feuilles? de route|plan strategique|performance contract|roadmap|strategic plan)\b",
    rf"(?:n'|ne )?en (?:sommes|suis|est) plus (?:a {_TO_WRITE}|au (?:stade|debut|demarrage)|aux (?:statuts|debuts)|en (?:phase de )?(?:structuration|creation))",
    rf"(?:{_BE} )?on our {_NTH} (?:\w+ )?{_JOINT} project",
    r"(?:have )?(?:left|passed) (?:the |our )?(?:set-?up|start-?up|structuring|early) (?:stage|phase)",
    r"structuring (?:phase )?(?:is|has been) (?:complete|completed|over|done|finished|behind us)",
)
# An apposition before an owner's clause: « fort de dix ans d'expérience, notre pôle … ».
APPOSED = (
    (
        Phase.DEVELOPPEMENT,
        re.compile(
            rf"^ *(?:forte? de|avec|with) (?:deja )?{_SEVERAL} (?:\w+ )?(?:projets?|projects?) (?:deja )?(?:co-?labellises?|communs?|menes?|a notre actif|derriere nous|behind us)"
        ),
    ),
    (
        Phase.DEVELOPPEMENT,
        re.compile(
            rf"^ *(?:la |le |les )?{_RULES} (?:est |sont )?(?:deja |bien )?(?:votee?s?|adoptee?s?|validee?s?|en place|approved|adopted|in place)"
        ),
    ),
    (
        Phase.DEVELOPPEMENT,
        re.compile(
            r"^ *tout (?:roule|tourne|est regle|est en place) (?:du )?cote (?:de la |des )?(?:gouvernance|instances)"
        ),
    ),
    (Phase.DEVELOPPEMENT, re.compile(r"^ *en (?:plein |phase de |cours de )?developpement")),
    (Phase.STRUCTURATION, re.compile(r"^ *en (?:pleine |phase de |cours de )?(?:structuration|creation|demarrage)")),
    (
        Phase.STRUCTURATION,
        re.compile(
            rf"^ *(?:(?:une? |a )?(?:toute? )?(?:jeune|nouveau|nouvelle|young|new)|newly created|just created) (?:{_CLUSTER}|(?:reseau|structure|organisation) (?:de la |du |de l')(?:filiere|secteur|industrie))\b(?! {_ANOTHER})"
        ),
    ),
    (
        Phase.STRUCTURATION,
        re.compile(
            rf"^ *{_CLUSTER} (?:\w+ )?(?:tout juste |recemment |just |newly )?(?:naissante?|en creation|en structuration|creee? (?:cette annee|recemment|il y a {_FEW_MONTHS}))"
        ),
    ),
    (
        Phase.STRUCTURATION,
        re.compile(
            rf"^ *(?:la |le |les )?{_RULES} (?:n'est |ne sont )?(?:toujours pas|pas encore|not yet) (?:votee?s?|adoptee?s?|validee?s?|en place|ecrite?s?|approved|adopted|in place)"
        ),
    ),
    (
        Phase.DEVELOPPEMENT,
        re.compile(
            rf"^ *(?:avec |with |forte? de )?(?:deja )?{_SEVERAL} (?:\w+ ){{0,2}}(?:projets?|projects?) (?:\w+ )?(?:a notre actif|derriere nous|behind us|under way|under our belt)"
        ),
    ),
    (
        Phase.DEVELOPPEMENT,
        re.compile(
            rf"^ *(?:en tant que |as )?(?:une? |an? )?(?:{_CLUSTER} (?:deja |bien |desormais )*(?:mature|structuree?|etablie?|installee?|rodee?)|(?:mature|(?:well-)?established) {_CLUSTER})(?= *$)"
        ),
    ),
    (
        Phase.STRUCTURATION,
        re.compile(
            rf"^ *(?:en tant que |comme |as )(?:une? |an? )?(?:toute? )?(?:jeune|nouveau|nouvelle|young|new|newly (?:formed|created)|start-?up) {_CLUSTER}(?= *$)"
        ),
    ),
    (
        Phase.STRUCTURATION,
        re.compile(
            rf"^ *(?:tout juste )?(?:lance|cree|fonde|ne|constitue|launched|created|founded)e?s? {_RECENTLY} *$"
        ),
    ),
    (Phase.DEVELOPPEMENT, re.compile(r"^ *(?:deja |bien |desormais )+(?:structuree?|etablie?|rodee?|mature) *$")),
)
# « Bonjour, jeune grappe du cuir, nous cherchons … ».
GREETING = re.compile(
    r" *(?:bonjour|bonsoir|bjr|hello|hi|good (?:morning|afternoon))(?: (?:a tous|madame|monsieur|all))? *"
)
# « Cluster créé il y a six mois, comment recruter ? »: an infinitive asks for oneself, unless it is to help another.
NEWBORN = re.compile(
    rf" *(?:une? )?{_CLUSTER} (?:\w+ )?(?:cree|lance|ne|fonde|constitue)e? (?:il y a {_ONLY}{_FEW_MONTHS}|{_RECENTLY}) *"
)
ASKED = re.compile(
    r" *(?:comment (?!aider|soutenir|accompagner|accueillir|conseiller)\w+(?:er|ir|re)\b|par (?:ou|quoi) commencer|"
    r"que faire|quoi faire|on fait quoi)"
)
# What says nothing of the phase, and stands between an owner and a cue.
NEUTRAL = re.compile(
    r"\b(?:largement|actuellement|en ce moment|aujourd'hui|enfin|meme|vraiment|pour l'instant|pour le moment|"
    r"currently|really|largely) "
)
# « Toujours pas de statuts chez nous »: « nous n'avons pas encore de statuts ».
NONE_AT_OURS = re.compile(
    rf"\b(?:toujours pas|tjs pas|pas encore|encore pas) (?:de |d')(?P<body>{_BODIES}|{_PLANS})(?: elue?s?| votee?s?)? (?:chez|pour) nous\b"
)
# « La gouvernance de notre cluster », « la gouvernance est en place chez nous »: « notre gouvernance ».
OF_OURS = re.compile(rf"(?:la |le |les |l')?(?P<body>{_RULES}) (?:de|d'|du) (?:notre|mon) {_CLUSTER}\b")
AT_OURS = re.compile(rf"\b(?:la |le |les |l')(?P<body>{_RULES}) (?P<state>(?:n'|ne )?(?:est|sont) [\w ]+?) chez nous\b")
