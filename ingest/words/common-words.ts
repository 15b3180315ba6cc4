/** Words that open stories and are no names: in a lead-in they are ordinary words in capitals. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `a about above across after again against ago air all almost along also although amid among an and another any are around as at away
   back bad bank banks be because been before behind being below best better between big billion bond both but buy by call came can car cars
   case cash central chief child city class cold come coming could country court crude cut cuts dark data day days deal dear death despite did do
   does down drug due during each early earth east eastern economic eight eighteen election eleven energy even every ex factory far farm fast few fifteen fifty fifth film
   final fire firm firms first five food for foreign former forty four fourth free fresh from fuel full fund funds further gas gave get give global go
   gold good got government great group growth had half hard has have he health help her here high higher him his home hope hot hours house how
   hundred hundreds i if in indeed inside interest into investors is it its job jobs just keep key kids know labour land large last late later law leaders least led left less let
   life like little local long look loss lost low lower made major make makers man manufacturing many market markets may men middle million millions mobile money month months more most much music must
   my near nearly need never new news next night nine nineteen no non nor north northern not nothing now oil old on once one only open or other our out
   over own paid part past pay peace people plans play police poor prices private profit public put quarter raw real record red retail rich right rising robots round said sale sales same say school second
   see seven seventeen several share shares she ship shop short should show since singapore’s six sixteen sixty small so social some soon south southern spot start state states steel still stock stocks
   stop strong such sugar sun super supply take tax tea tech ten than that the their them then there these they thing things think third thirteen thirty this those though thousand thousands three through
   time tiny to today too top total tough toward towards trade trading twelve twenty two under unless until up upon us use very wage wages want war was water way we week weeks well were west western what when
   where whether which while white who whose why will win with within without woman women word work workers world would year years yes yet you young your zero don didn doesn won can’t it’s`
    .replaceAll('’', "'")
    .split(/\s+/u),
)

/** Proper names and adjectives that a lead-in often runs over; a capital stays on them. */
export const PROPER_WORDS: ReadonlySet<string> = new Set(
  `african america american americans arab asia asian asians australia australian austria austrian bangladesh beijing belgian belgium berlin brazil brazilian britain british brussels
   california canada canadian chicago chile china chinese christmas colombia cuba czech danish delhi denmark dubai dutch egypt egyptian england english europe european europeans finland finnish
   france french frankfurt geneva german germans germany greece greek hong hongkong hungary iceland india indian indians indonesia indonesian iran iranian iraq iraqi ireland irish islamic israel israeli italian italy
   jakarta japan japanese jerusalem jewish johor kong korea korean koreans kuala kuwait laos latin libya london lumpur macau malaysia malaysian malaysians manila mexican mexico moscow mumbai muslim
   myanmar nepal netherlands nigeria norway norwegian pakistan palestinian paris penang philippine philippines poland portugal putin qatar russia russian russians saudi scotland seoul shanghai singapore singaporean singaporeans
   spain spanish swede sweden swedish swiss switzerland sydney syria syrian taipei taiwan taiwanese thai thailand tokyo toronto trump turkish ukraine vienna vietnam vietnamese wall washington
   january february april june july august september october november december monday tuesday wednesday thursday friday saturday sunday mr mrs ms dr`.split(
    /\s+/u,
  ),
)
